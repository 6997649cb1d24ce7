import type { PaymentRequestView } from '@mocua/contract';
import { amountDue } from '@mocua/engine/dossier';
import type { PaymentExplanation } from '../finance/payment-grounds';
import { type OpenedDossier, readValue } from './dossier-reader';

/** What was asked for during the work, the latest last; the one the work waits for is open. */
export function paymentRequestsView({
  state,
  values,
}: Pick<OpenedDossier, 'state' | 'values'>): PaymentRequestView[] {
  const requests = state.money?.requests ?? [];
  const waits = state.processing === 'awaiting-payment' && amountDue(state) > 0;
  return requests.map(({ amount, explanation, payer, payBy, requestedAt }, at) => {
    const read = readValue(values, explanation) as PaymentExplanation | null;
    return {
      name: read?.name ?? { vi: 'Khoản phải nộp', en: 'What is to be paid' },
      amount,
      lines: [...(read?.lines ?? [])],
      document: read?.document ?? null,
      reason: read?.reason ?? '',
      basis: read?.basis ?? '',
      payer,
      payBy,
      requestedAt,
      open: waits && at === requests.length - 1,
    };
  });
}

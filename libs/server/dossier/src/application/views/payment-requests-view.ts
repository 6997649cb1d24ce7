import type { PaymentRequestView } from '@mocua/contract';
import { openPaymentRequest } from '@mocua/engine/dossier';
import type { PaymentExplanation } from '../finance/payment-grounds';
import { type OpenedDossier, readValue } from './dossier-reader';

/** What was asked for during the work, the latest last; the one the work waits for is open. */
export function paymentRequestsView({
  state,
  values,
}: Pick<OpenedDossier, 'state' | 'values'>): PaymentRequestView[] {
  const requests = state.money?.requests ?? [];
  const open = openPaymentRequest(state);
  return requests.map((request) => {
    const { amount, explanation, payer, payBy, requestedAt, revoked } = request;
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
      open: request === open,
      overdue: request === open && request.overdueAt !== undefined,
      revoked: revoked ? { at: revoked.at, reason: textOf(readValue(values, revoked.reason)) } : null,
    };
  });
}

/** A reason that was erased with its subject is told as none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

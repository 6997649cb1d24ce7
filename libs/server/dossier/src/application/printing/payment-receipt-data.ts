import type { EventOf } from '@mocua/engine/dossier';
import { dongText } from '@mocua/engine/fees';
import { dongInWords } from '@mocua/engine/payment';
import type { PaymentReceiptData } from '@mocua/server/document';
import type { FeeExplanation } from '../assess-fee';
import { readValue } from '../views/dossier-reader';
import { applicantOf, eventOf, headOf, type PrintSource } from './print-source';

const methods: Readonly<Record<EventOf<'payment-received'>['payload']['method'], string>> = {
  online: 'Trực tuyến, qua nền tảng thanh toán',
  cash: 'Tiền mặt, tại quầy',
};

/** The receipt of one payment, from the event that recorded it. */
export function paymentReceiptData(source: PrintSource): PaymentReceiptData {
  const { opened } = source;
  const { payload } = eventOf(source) as EventOf<'payment-received'>;
  const { procedure, state } = opened;
  const { symbol, number } = payload.receipt;
  return {
    head: headOf(source, state.units.receiving),
    procedure: { code: procedure.code, name: procedure.entry.name.vi },
    symbol,
    number: String(number).padStart(8, '0'),
    payer: applicantOf(source, state.people.submitter),
    lines: linesOf(source, payload.amount),
    amount: dongText(payload.amount).vi,
    amountInWords: dongInWords(payload.amount),
    method: methods[payload.method],
    paidAt: payload.paidAt,
    collector: payload.method === 'cash' ? 'Thu ngân của Bộ phận Một cửa' : 'Hệ thống thanh toán trực tuyến',
  };
}

/** The lines as they were assessed when the payment is for just these; else one line, because no other would add up. */
function linesOf({ opened, document }: PrintSource, amount: number): PaymentReceiptData['lines'] {
  const assessed = opened.events.findLast(
    (event): event is EventOf<'fee-assessed'> => event.type === 'fee-assessed' && event.seq < document.seq,
  );
  const read = readValue(opened.values, assessed?.payload.explanation) as FeeExplanation | null;
  const lines = (read?.lines ?? []).filter((line) => line.amount > 0);
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  return sum === amount
    ? lines.map((line) => ({ name: line.name.vi, amount: dongText(line.amount).vi }))
    : [{ name: `Phí, lệ phí: ${opened.procedure.entry.name.vi}`, amount: dongText(amount).vi }];
}

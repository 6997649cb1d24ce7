import { citizen, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const getMyPayment = endpoint<typeof schemas.getMyPaymentSchemas>({
  name: 'getMyPayment',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/payment',
  summary: 'What there is to pay for a dossier, how, by when, and what was paid',
  access: citizen,
  problems: ['dossier.not-found'],
});
export const startPayment = endpoint<typeof schemas.startPaymentSchemas>({
  name: 'startPayment',
  method: 'POST',
  path: '/citizen/dossiers/:dossierId/payment',
  summary:
    'Makes out an order and answers where it is paid; an order that can still be paid is answered again',
  access: citizen,
  idempotent: true,
  problems: ['dossier.not-found', 'payment.nothing-due', 'payment.platform-unavailable'],
});
export const paymentCallback = endpoint<typeof schemas.paymentCallbackSchemas>({
  name: 'paymentCallback',
  method: 'POST',
  path: '/partners/payment/callback',
  summary: 'The payment platform tells of a payment, signed; answered in its own words whatever it says',
  access: publicAccess,
  problems: [],
});
export const paymentLookUp = endpoint<typeof schemas.paymentLookUpSchemas>({
  name: 'paymentLookUp',
  method: 'POST',
  path: '/partners/payment/look-up',
  summary: 'The payment platform asks, signed, what an order is for and whether it is still to be paid',
  access: publicAccess,
  problems: [],
});
export const listPaymentGrounds = endpoint<typeof schemas.listPaymentGroundsSchemas>({
  name: 'listPaymentGrounds',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/payment-grounds',
  summary: 'On what money may be asked for during the work, and how much it would be now',
  access: officer('dossier.process'),
  problems: ['dossier.not-found'],
});
export const requestPayment = endpoint<typeof schemas.requestPaymentSchemas>({
  name: 'requestPayment',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/payment-request',
  summary: 'Asks for money on a ground of the package; the dossier waits for it',
  access: officer('dossier.process'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'clock.waiting-for-others',
    'calendar.not-covered',
    'payment.no-grounds',
    'payment.ground-closed',
    'payment.document-needed',
    'payment.asked-otherwise',
  ],
});
export const revokePaymentRequest = endpoint<typeof schemas.revokePaymentRequestSchemas>({
  name: 'revokePaymentRequest',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/payment-request/revocation',
  summary: 'Takes back what was asked for last while nothing of it is paid; the work goes on as before',
  access: officer('dossier.process'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'calendar.not-covered',
    'payment.already-paid',
    'payment.asked-elsewhere',
  ],
});
export const getDossierPayments = endpoint<typeof schemas.getDossierPaymentsSchemas>({
  name: 'getDossierPayments',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/payments',
  summary: 'What a dossier owes, and what was paid and given back',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const requestRefund = endpoint<typeof schemas.requestRefundSchemas>({
  name: 'requestRefund',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/refund',
  summary: 'Gives a payment back for a dossier that ended without a result, the way it came in',
  access: officer('payment.refund'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'payment.not-found',
    'payment.not-refundable',
    'payment.no-cash-desk',
    'payment.day-closed',
  ],
});
export const getCashDesk = endpoint<typeof schemas.getCashDeskSchemas>({
  name: 'getCashDesk',
  method: 'GET',
  path: '/officer/cash-desk',
  summary: 'The drawer of the cashier today',
  access: officer('payment.collect'),
  problems: [],
});
export const findCashDue = endpoint<typeof schemas.findCashDueSchemas>({
  name: 'findCashDue',
  method: 'GET',
  path: '/officer/cash-desk/due',
  summary: 'What the dossier with this code owes',
  access: officer('payment.collect'),
  problems: ['dossier.not-found'],
});
export const takeCash = endpoint<typeof schemas.takeCashSchemas>({
  name: 'takeCash',
  method: 'POST',
  path: '/officer/cash-desk/payments',
  summary: 'Takes exactly what a dossier owes in cash; the receipt gets the next number of its series',
  access: officer('payment.collect'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'payment.no-cash-desk',
    'payment.nothing-due',
    'payment.amount-changed',
    'payment.day-closed',
  ],
});
export const closeCashDesk = endpoint<typeof schemas.closeCashDeskSchemas>({
  name: 'closeCashDesk',
  method: 'POST',
  path: '/officer/cash-desk/closing',
  summary: 'Closes the day: what was counted goes to the bank, the difference is booked as that',
  access: officer('payment.collect'),
  idempotent: true,
  problems: ['payment.no-cash-desk', 'payment.day-closed'],
});
export const listDeskReturns = endpoint<typeof schemas.listDeskReturnsSchemas>({
  name: 'listDeskReturns',
  method: 'GET',
  path: '/officer/cash-desk/returns',
  summary: 'Dossiers whose money is given back over the counter of this unit',
  access: officer('payment.refund'),
  problems: [],
});
export const listCashDays = endpoint<typeof schemas.listCashDaysSchemas>({
  name: 'listCashDays',
  method: 'GET',
  path: '/officer/payments/cash-days',
  summary: 'Days of the drawers of this unit and of those that collect for it, receipts beside books',
  access: officer('payment.reconcile'),
  problems: [],
});
export const listCashDeskRules = endpoint<typeof schemas.listCashDeskRulesSchemas>({
  name: 'listCashDeskRules',
  method: 'GET',
  path: '/officer/cash-desk-rules',
  summary: 'Which one-stop centres take cash, for whom, from which day on',
  access: officer('cash-desk.manage'),
  problems: [],
});
export const setCashDesk = endpoint<typeof schemas.setCashDeskSchemas>({
  name: 'setCashDesk',
  method: 'POST',
  path: '/officer/cash-desk-rules',
  summary: 'Says how a one-stop centre takes cash from a day on; what holds already is never changed',
  access: officer('cash-desk.manage'),
  idempotent: true,
  problems: ['unit.not-found', 'payment.desk-rule-refused'],
});
export const listHandOvers = endpoint<typeof schemas.listHandOversSchemas>({
  name: 'listHandOvers',
  method: 'GET',
  path: '/officer/cash-desk/hand-overs',
  summary: 'Money collected for another unit: what is under way or differs first, for both units',
  access: officer('payment.collect'),
  problems: [],
});
export const receiveHandOver = endpoint<typeof schemas.receiveHandOverSchemas>({
  name: 'receiveHandOver',
  method: 'POST',
  path: '/officer/cash-desk/hand-overs/:handOverId/receipt',
  summary: 'The keeper acknowledges what was counted on arrival; a difference needs its reason',
  access: officer('payment.collect'),
  idempotent: true,
  problems: [
    'payment.not-found',
    'payment.reason-needed',
    'payment.resolved',
    'payment.no-cash-desk',
    'payment.day-closed',
  ],
});
export const resolveHandOver = endpoint<typeof schemas.resolveHandOverSchemas>({
  name: 'resolveHandOver',
  method: 'POST',
  path: '/officer/cash-desk/hand-overs/:handOverId/resolution',
  summary: 'Says how a difference on arrival ended: settled by hand, or kept in the books',
  access: officer('payment.collect'),
  idempotent: true,
  problems: ['payment.not-found', 'payment.resolved', 'payment.no-cash-desk', 'payment.day-closed'],
});
export const listUnmatched = endpoint<typeof schemas.listUnmatchedSchemas>({
  name: 'listUnmatched',
  method: 'GET',
  path: '/officer/payments/unmatched',
  summary: 'Money that matches no order, and movements that only one side has',
  access: officer('payment.reconcile'),
  problems: [],
});
export const resolveUnmatched = endpoint<typeof schemas.resolveUnmatchedSchemas>({
  name: 'resolveUnmatched',
  method: 'POST',
  path: '/officer/payments/unmatched/:unmatchedId/resolution',
  summary: 'Returns the money, or notes how it was explained',
  access: officer('payment.reconcile'),
  idempotent: true,
  problems: ['payment.not-found', 'payment.resolved', 'payment.not-refundable'],
});
export const listReconciliations = endpoint<typeof schemas.listReconciliationsSchemas>({
  name: 'listReconciliations',
  method: 'GET',
  path: '/officer/payments/reconciliations',
  summary: 'How the books compared with the statements of the last days',
  access: officer('payment.reconcile'),
  problems: [],
});

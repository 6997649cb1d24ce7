import { z } from 'zod';
import { officerDossierView } from '../officer/schemas';
import {
  cursor,
  documentId,
  dong,
  dossierId,
  isoDate,
  isoDateTime,
  localizedText,
  procedureCode,
  text,
  unitId,
} from '../kernel/scalars';

export const orderId = z.uuid().brand<'OrderId'>();
export type OrderId = z.output<typeof orderId>;
export const unmatchedId = z.uuid().brand<'UnmatchedId'>();
export type UnmatchedId = z.output<typeof unmatchedId>;

export const paymentMethod = z.enum(['online', 'cash']);
const receiptNumber = z.string();

/** Money that arrived for a dossier. */
export const receivedPayment = z.strictObject({
  orderId,
  amount: dong,
  method: paymentMethod,
  paidAt: isoDateTime,
  /** Symbol and number of the receipt, as printed. */
  receipt: receiptNumber,
  documentId: documentId.nullable(),
  /** When all of it had gone back. */
  refundedAt: isoDateTime.nullable(),
  /** What of it went back. */
  returned: dong,
});
export type ReceivedPayment = z.output<typeof receivedPayment>;

/** What there is to pay for a dossier, how, and by when. */
export const paymentView = z.strictObject({
  dossierId,
  /** Dossier code, or the transaction code before reception. */
  code: z.string(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  /** What still has to be paid, in đồng, and the same in words. */
  due: dong,
  dueInWords: z.string(),
  /** Paid before the work, while the work waits for it, or before the result is handed over. */
  timing: z.enum(['before', 'during', 'after']),
  /** Last day to pay what was asked for during the work; null for anything else. */
  payBy: isoDate.nullable(),
  /** Whether that day has passed; it can be paid all the same. */
  payOverdue: z.boolean(),
  /** Money the platform has told us of and the dossier does not show yet. */
  arriving: dong,
  /** The order that can be paid now on the page of the platform; null before one was made and after it expired. */
  order: z
    .strictObject({ orderId, amount: dong, payUrl: z.string().nullable(), expiresAt: isoDateTime })
    .nullable(),
  received: z.array(receivedPayment),
  /** Money that came although nobody owed it, and goes back. */
  returning: dong,
  /** What was paid beyond what the dossier costs any more. */
  overpaid: dong,
  receivingUnit: z.string(),
  /** Where cash is taken, and for whom; null where the receiving unit takes none. */
  cashDesk: z.strictObject({ unit: z.string(), onBehalfOf: z.string().nullable() }).nullable(),
});
export type PaymentView = z.output<typeof paymentView>;

const params = z.strictObject({ dossierId });
export const getMyPaymentSchemas = { params, response: paymentView };
export const startPaymentSchemas = { params, response: paymentView };

/** A message of the payment platform in its own words; the adapter alone reads it. */
const platformMessage = z.record(z.string(), z.unknown());
export const paymentCallbackSchemas = { body: platformMessage, response: platformMessage };
export const paymentLookUpSchemas = { body: platformMessage, response: platformMessage };

const askedLine = z.strictObject({ name: localizedText, amount: dong, explanation: localizedText });
/** How one ground of the package stands for a dossier now. */
export const paymentGround = z.strictObject({
  code: z.string(),
  name: localizedText,
  payer: z.enum(['owner', 'submitter']),
  payWithinDays: z.int(),
  basis: z.string(),
  amount: z.discriminatedUnion('kind', [
    /** Computed by the schedule, with how. */
    z.strictObject({ kind: z.literal('computed'), amount: dong, lines: z.array(askedLine) }),
    /** A price for each unit an officer counts. */
    z.strictObject({ kind: z.literal('counted'), price: dong, unit: localizedText, most: z.int() }),
    /** Stated by a document of another office. */
    z.strictObject({ kind: z.literal('asserted'), document: localizedText, least: dong, most: dong }),
    /** Not to be used now, and why. */
    z.strictObject({
      kind: z.literal('closed'),
      why: z.enum(['not-in-force', 'not-met', 'not-known', 'asked', 'nothing']),
    }),
  ]),
});
export type PaymentGroundView = z.output<typeof paymentGround>;
export const listPaymentGroundsSchemas = {
  params,
  response: z.strictObject({ version: z.int(), grounds: z.array(paymentGround) }),
};
export const requestPaymentSchemas = {
  params,
  body: z.strictObject({
    version: z.int(),
    /** Code of the ground. */
    ground: z.string().max(60),
    /** The amount the officer saw or states, in đồng: what is computed otherwise by then is not asked for. */
    amount: z.int().min(1).max(100_000_000_000),
    /** How many units, where the ground counts. */
    count: z.int().min(1).max(10_000).optional(),
    /** Number and date of the document that states the amount, where the ground wants one. */
    document: z.strictObject({ number: text(1, 100), date: isoDate }).optional(),
    reason: text(3, 500),
  }),
  response: officerDossierView,
};

/** Takes back what was asked for last, while nothing of it is paid. */
export const revokePaymentRequestSchemas = {
  params,
  body: z.strictObject({ version: z.int(), reason: text(3, 500) }),
  response: officerDossierView,
};

/** A dossier with what it owes, as the cash desk finds it by its code. */
export const cashDue = z.strictObject({
  dossierId,
  code: z.string(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  due: dong,
  dueInWords: z.string(),
});
export type CashDue = z.output<typeof cashDue>;
export const cashReceipt = z.strictObject({
  orderId,
  dossierCode: z.string(),
  amount: dong,
  receipt: receiptNumber,
  takenAt: isoDateTime,
});
export type CashReceipt = z.output<typeof cashReceipt>;
/** The drawer of one cashier in one unit on one day. */
export const cashDesk = z.strictObject({
  day: isoDate,
  state: z.enum(['open', 'closed']),
  unit: z.string(),
  /** Whether the unit takes cash today, and the unit it collects for; null when it keeps the money itself. */
  collects: z.boolean(),
  onBehalfOf: z.string().nullable(),
  /** What the books say lies in the drawer. */
  expected: dong,
  counted: dong.nullable(),
  /** Counted less expected; null while the day is open. */
  difference: z.int().nullable(),
  note: z.string().nullable(),
  taken: z.array(cashReceipt),
});
export type CashDesk = z.output<typeof cashDesk>;

export const getCashDeskSchemas = { response: cashDesk };
export const findCashDueSchemas = {
  query: z.strictObject({ code: z.string().trim().min(4).max(60) }),
  response: cashDue,
};
export const takeCashSchemas = {
  body: z.strictObject({ dossierId, amount: z.int().min(1) }),
  response: cashReceipt,
};
export const closeCashDeskSchemas = {
  body: z.strictObject({ counted: dong.max(1_000_000_000_000), note: text(0, 500) }),
  response: cashDesk,
};

/** A dossier whose money is given back over the counter. */
export const deskReturn = z.strictObject({
  dossierId,
  code: z.string(),
  /** What may be given back in cash now, in đồng. */
  amount: dong,
  /** Paid beyond the cost, or for a dossier that ended without the work: then an officer says whether it goes back. */
  why: z.enum(['overpaid', 'ended']),
  since: isoDateTime,
});
export type DeskReturn = z.output<typeof deskReturn>;
export const listDeskReturnsSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(deskReturn), next: cursor.nullable() }),
};

const unitName = z.strictObject({ unitId, name: z.string() });
const deskKind = z.enum(['own', 'on-behalf', 'none']);
const deskRule = z.strictObject({
  kind: deskKind,
  /** The unit that keeps the money and numbers the receipts, where it is collected for another one. */
  keeper: unitName.nullable(),
  from: isoDate,
  basis: z.string(),
});
/** How a one-stop centre takes cash now and from later days on; without a current rule it takes none. */
export const cashDeskRuleView = z.strictObject({
  unit: unitName,
  current: deskRule.nullable(),
  coming: z.array(deskRule),
});
export type CashDeskRuleView = z.output<typeof cashDeskRuleView>;
export const listCashDeskRulesSchemas = {
  response: z.strictObject({ items: z.array(cashDeskRuleView) }),
};
export const setCashDeskSchemas = {
  body: z.strictObject({
    unitId,
    kind: deskKind,
    keeper: unitId.optional(),
    from: isoDate,
    basis: text(3, 300),
  }),
  response: listCashDeskRulesSchemas.response,
};

/** One drawer on one day, as its books and its receipts say. Integer đồng. */
export const cashDay = z.strictObject({
  day: isoDate,
  unit: z.string(),
  /** The unit the money was collected for; null when the unit keeps it. */
  onBehalfOf: z.string().nullable(),
  /** Sum of the receipts, and what was given back out of the drawer. */
  taken: dong,
  returned: dong,
  /** Whether the books of the drawer say the same as its receipts. */
  balanced: z.boolean(),
  expected: dong.nullable(),
  counted: dong.nullable(),
  /** Counted less expected; null while the day is open. */
  difference: z.int().nullable(),
});
export type CashDay = z.output<typeof cashDay>;
export const listCashDaysSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(cashDay), next: cursor.nullable() }),
};

export const handOverId = z.uuid().brand<'HandOverId'>();
export type HandOverId = z.output<typeof handOverId>;
/** Money that a unit collected for another one and sent there at the close of a day. Integer đồng. */
export const handOver = z.strictObject({
  handOverId,
  day: isoDate,
  unit: z.string(),
  keeper: z.string(),
  /** Whether this unit is the one that keeps the money, and acknowledges it. */
  kept: z.boolean(),
  amount: dong,
  handedAt: isoDateTime,
  /** What the keeper counted on arrival; null while it is under way. */
  receipt: z
    .strictObject({
      counted: dong,
      /** Counted less sent. */
      difference: z.int(),
      reason: z.string().nullable(),
      receivedBy: z.string(),
      receivedAt: isoDateTime,
    })
    .nullable(),
  /** How a difference ended: settled by hand, or kept in the books; null while it is open, and where there was none. */
  resolution: z
    .strictObject({
      kind: z.enum(['settled', 'booked']),
      note: z.string(),
      resolvedBy: z.string(),
      resolvedAt: isoDateTime,
    })
    .nullable(),
});
export type HandOver = z.output<typeof handOver>;
export const listHandOversSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(handOver), next: cursor.nullable() }),
};
const onHandOver = z.strictObject({ handOverId });
export const receiveHandOverSchemas = {
  params: onHandOver,
  body: z.strictObject({ counted: dong.max(1_000_000_000_000), reason: text(0, 500) }),
  response: handOver,
};
export const resolveHandOverSchemas = {
  params: onHandOver,
  body: z.strictObject({ kind: z.enum(['settled', 'booked']), note: text(3, 500) }),
  response: handOver,
};

export const unmatchedKind = z.enum([
  'unknown-order',
  'wrong-amount',
  'second-transaction',
  'missing-there',
  'other-amount',
  'unknown-refund',
]);
export const unmatchedPayment = z.strictObject({
  unmatchedId,
  kind: unmatchedKind,
  transactionId: z.string().nullable(),
  /** Reference of the order as the platform told it. */
  reference: z.string(),
  dossierCode: z.string().nullable(),
  amount: dong,
  /** What the order asked for, where there is one. */
  expected: dong.nullable(),
  foundAt: isoDateTime,
  mayReturn: z.boolean(),
});
export type UnmatchedPayment = z.output<typeof unmatchedPayment>;
export const listUnmatchedSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(unmatchedPayment), next: cursor.nullable() }),
};
export const resolveUnmatchedSchemas = {
  params: z.strictObject({ unmatchedId }),
  body: z.strictObject({ resolution: z.enum(['return', 'explained']), note: text(3, 500) }),
  response: z.strictObject({ unmatchedId, resolution: z.enum(['return', 'explained']) }),
};
export const reconciliation = z.strictObject({
  day: isoDate,
  ranAt: isoDateTime,
  theirCount: z.int(),
  theirSum: z.int(),
  ourCount: z.int(),
  ourSum: z.int(),
  matched: z.int(),
  differences: z.int(),
});
export type Reconciliation = z.output<typeof reconciliation>;
export const listReconciliationsSchemas = {
  response: z.strictObject({ items: z.array(reconciliation) }),
};

export const dossierPayments = z.strictObject({
  due: dong,
  received: z.array(receivedPayment),
  /** Whether the dossier ended without the work, so that all may go back. */
  ended: z.boolean(),
  /** What may go back now, by payment. */
  returnable: z.array(z.strictObject({ orderId, amount: dong })),
});
export type DossierPayments = z.output<typeof dossierPayments>;
export const getDossierPaymentsSchemas = { params, response: dossierPayments };
export const requestRefundSchemas = {
  params,
  body: z.strictObject({ orderId, reason: text(3, 500) }),
  response: dossierPayments,
};

/** Decisions about money: words, postings, what becomes of a payment, and how two statements compare. Pure. */
export { cashDeskOn, cashDeskRuleOn, judgeCashDeskRule } from './cash-desk';
export type { CashDeskFault, CashDeskOfDay, CashDeskRule } from './cash-desk';
export { dongInWords } from './dong-in-words';
export { judgePayment } from './judge-payment';
export type { DueFacts, OrderFacts, PaymentVerdict } from './judge-payment';
export { nextLookUp } from './look-up-plan';
export {
  bookArrival,
  bookCloseOfDay,
  bookHandOverEnd,
  bookPayment,
  bookRefund,
  bookReturn,
  bookSuspense,
} from './postings';
export type { Account, Posting, Split } from './postings';
export { returnableOf, sumOfSplits } from './returnable';
export type { KeptOrder } from './returnable';
export { reconcileStatement } from './reconcile';
export type { Difference, ReconciliationResult, StatementLine } from './reconcile';

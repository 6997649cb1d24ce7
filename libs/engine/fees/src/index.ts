/** Fees as checked data: what is asked for, how many, and which rule takes it away. Pure. */
export { compileFees } from './compile-fees';
export type { CompiledFees, CompileFeesResult, FeeProblem } from './compile-fees';
export { computeFees } from './compute-fees';
export type { FilingFacts } from './desk';
export { askOnGround, quoteGround } from './payment-ground';
export type { Asked, AskedFor, AskedLine, GroundFacts, GroundQuote, GroundRefusal } from './payment-ground';
export { amountText, dongText } from './explain';
export type { AppliedWaiver, FeeLineQuote, FeeQuote, FeeState, FeeTotal } from './fee-quote';

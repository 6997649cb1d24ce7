/** Fees as checked data: what is asked for, how many, and which rule takes it away. Pure. */
export { compileFees } from './compile-fees';
export type { CompiledFees, CompileFeesResult, FeeProblem } from './compile-fees';

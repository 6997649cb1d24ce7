/** Who may use which procedure: rules over a closed set of facts about a person, in three-valued logic. Pure. */
export { compileEligibility, personScope } from './compile-eligibility';
export type {
  CompiledEligibility,
  CompileEligibilityResult,
  EligibilityProblem,
} from './compile-eligibility';
export { isAnswer, judge } from './judge';
export type { JudgedProcedure, Judgement, Verdict } from './judge';

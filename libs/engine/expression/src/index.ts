/** A subset of FEEL: parse once, check against types, evaluate anywhere. Pure, without `eval`. */
export { MAX_SOURCE_LENGTH, parseExpression } from './parser';
export { MAX_DEPTH } from './token-cursor';
export type { ParseResult } from './parser';
export { checkExpression } from './check';
export type { CheckResult } from './check';
export { compileExpression } from './compile';
export { evaluate, evaluatePartially } from './evaluate';
export type { EvaluationOptions, EvaluationResult, PartialResult } from './evaluate';
export { dependencies } from './dependencies';
export { FeelDate, FeelDuration } from './calendar-date';
export type { FeelContext, FeelValue } from './value';
export type { FeelType, TypeScope } from './type';
export type { ExpressionNode, ParsedExpression, Span } from './syntax-tree';
export type { ExpressionProblem, ExpressionProblemCode } from './problem';

import { dateFunctions } from './date-functions';
import type { FeelFunction } from './function-definition';
import { listFunctions } from './list-functions';
import { numberFunctions } from './number-functions';
import { rangeFunctions } from './range-functions';
import { textFunctions } from './text-functions';
import { valueFunctions } from './value-functions';

/**
 * Every function of the subset. Left out on purpose: regular expressions (`matches`, `replace`, `split`), because a pattern
 * can hang the page; `now` and `today`, because the same answers must give the same result for ever; functions of functions
 * (`sort`), because functions are no values here; roots, logarithms and powers, because they are not exact.
 */
export const functions: ReadonlyMap<string, FeelFunction> = new Map<string, FeelFunction>([
  ...numberFunctions,
  ...textFunctions,
  ...listFunctions,
  ...dateFunctions,
  ...rangeFunctions,
  ...valueFunctions,
]);

export const functionNames: ReadonlySet<string> = new Set(functions.keys());

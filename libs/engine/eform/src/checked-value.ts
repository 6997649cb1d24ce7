import type { AnswerValue } from '@mocua/contract';
import { cleanLine, type Issue } from './check-text';
import type { EformProblemCode } from './problem-messages';

export type ValueIssue = Issue<EformProblemCode>;

/** A value in its stored form, and why it is not acceptable. An empty value is null without an issue. */
export interface CheckedValue {
  readonly value: AnswerValue;
  readonly issue: ValueIssue | null;
}

/** Longest thing kept in a draft for fields that are short by nature. */
export const typedLimit = 400;

export const empty: CheckedValue = { value: null, issue: null };

export function refuse(code: EformProblemCode, params: ValueIssue['params'] = {}): CheckedValue {
  return { value: null, issue: { code, severity: 'type', params } };
}

export function correct(
  value: AnswerValue,
  code: EformProblemCode,
  params: ValueIssue['params'] = {},
): CheckedValue {
  return { value, issue: { code, severity: 'content', params } };
}

/** What was typed into a short field, or the refusal of it. */
export function typedText(raw: unknown): string | CheckedValue {
  if (typeof raw !== 'string') return refuse('wrong-type');
  if (raw.length > typedLimit) return refuse('too-long', { max: typedLimit });
  const line = cleanLine(raw) ?? refuse('bad-characters');
  // Composing can lengthen text, and what is kept must be accepted again.
  return typeof line === 'string' && line.length > typedLimit
    ? refuse('too-long', { max: typedLimit })
    : line;
}

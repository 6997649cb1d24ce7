import { checkExpression, parseExpression } from '@mocua/engine/expression';
import type { FeelType } from '@mocua/engine/expression';
import { ruleOf } from './rule';
import type { RuleReader, ValueType } from './rule';

const addressType: FeelType = {
  kind: 'context',
  fields: {
    text: 'string',
    wardName: 'string',
    wardCode: 'string',
    placeId: 'string',
    addressCode: 'string',
  },
};

function feelType(type: ValueType): FeelType {
  if (type === 'strings') return { kind: 'list', of: 'string' };
  if (type === 'address') return addressType;
  if (typeof type === 'string') return type;
  const fields = Object.fromEntries([...type.groups].map(([name, inner]) => [name, feelType(inner)]));
  return { kind: 'list', of: { kind: 'context', fields } };
}

/** Parses one expression and checks its names and its result. */
export const checkRule: RuleReader = (source, scope, result, at, report) => {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    for (const problem of parsed.problems) report(at, 'bad-expression', problem.vi, problem.en);
    return null;
  }
  const types = Object.fromEntries([...scope].map(([name, type]) => [name, feelType(type)]));
  const checked = checkExpression(parsed.expression, types);
  for (const problem of checked.problems) {
    report(at, problem.code === 'name.unknown' ? 'unknown-name' : 'bad-expression', problem.vi, problem.en);
  }
  if (checked.problems.length > 0) return null;
  const found = typeof checked.type === 'string' ? checked.type : checked.type.kind;
  if (found !== 'any' && found !== 'null' && found !== result) {
    report(
      at,
      'wrong-result-type',
      `Kết quả phải là ${String(result)}, không phải ${found}.`,
      `The result must be ${String(result)}, not ${found}.`,
    );
    return null;
  }
  return ruleOf(parsed.expression);
};

/** Whether a name means something to the expression language, so that no field may have it. */
export function isReservedName(name: string): boolean {
  if (name === 'item') return true;
  const parsed = parseExpression(name);
  return !parsed.ok || parsed.expression.root.kind !== 'name';
}

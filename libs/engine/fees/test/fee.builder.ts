import type { Answers, FeeDefinition, FeeLine, FeeWaiver } from '@mocua/contract';
import type { TypeScope } from '@mocua/engine/expression';
import { compileFees, type CompiledFees } from '../src/compile-fees';
import { computeFees } from '../src/compute-fees';
import type { FilingFacts } from '../src/desk';

const source = { citation: 'Quyết định 01/2026', verified: false };
const words = (text: string) => ({ vi: text, en: text });

export const scope: TypeScope = {
  copies: 'number',
  pages: 'number',
  isPoor: 'boolean',
  area: { kind: 'text', oneOf: ['urban', 'rural'] },
  born: 'string',
  people: { kind: 'list', of: 'any' },
};

export function aLine(change: Partial<FeeLine> = {}): FeeLine {
  return {
    code: 'copy',
    kind: 'charge',
    name: words('Lệ phí bản sao'),
    amount: { kind: 'fixed', dong: 8_000 },
    unit: null,
    when: null,
    channels: null,
    timing: 'before',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source,
    ...change,
  };
}

export function aWaiver(change: Partial<FeeWaiver> = {}): FeeWaiver {
  return {
    code: 'poor',
    name: words('Hộ nghèo'),
    lines: null,
    reduction: { kind: 'exempt' },
    when: 'isPoor',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source,
    ...change,
  };
}

export const perCopy = { name: words('bản'), quantity: 'copies' };

export function aSchedule(lines: readonly FeeLine[], waivers: readonly FeeWaiver[] = []): FeeDefinition {
  return { schemaVersion: 1, free: null, lines, waivers };
}

export function compiled(definition: FeeDefinition): CompiledFees {
  const result = compileFees(definition, scope);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.fees;
}

export const filing: FilingFacts = {
  date: '2026-11-22',
  channel: 'online',
  identityLevel: 'L2',
  isOrganisation: false,
};

export function quoteOf(
  lines: readonly FeeLine[],
  waivers: readonly FeeWaiver[] = [],
  answers: Answers = {},
  facts: Partial<FilingFacts> = {},
) {
  return computeFees(compiled(aSchedule(lines, waivers)), answers, { ...filing, ...facts });
}

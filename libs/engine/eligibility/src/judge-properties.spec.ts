import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  personFacts,
  type PersonFactDefinition,
  type PersonFactName,
  type PersonFacts,
} from '@mocua/contract';
import { scaled } from '@mocua/testing/scaled';
import { compileEligibility } from './compile-eligibility';
import { judge, type JudgedProcedure } from './judge';

const settings = { seed: 20261122, numRuns: scaled(400, 20_000) };
const definitions = Object.entries(personFacts) as [PersonFactName, PersonFactDefinition][];

function answerTo(definition: PersonFactDefinition): fc.Arbitrary<string | number | boolean> {
  if (definition.type === 'integer') return fc.integer({ min: definition.min, max: definition.max });
  return definition.type === 'boolean' ? fc.boolean() : fc.constantFrom(...Object.keys(definition.options));
}
const everything = fc.record(
  Object.fromEntries(definitions.map(([name, definition]) => [name, answerTo(definition)])),
) as fc.Arbitrary<Readonly<Record<PersonFactName, string | number | boolean>>>;

const simple = fc
  .constantFrom(...definitions)
  .chain(([name, definition]) =>
    answerTo(definition).map((value) =>
      definition.type === 'integer' ? `${name} >= ${String(value)}` : `${name} = ${JSON.stringify(value)}`,
    ),
  );
const condition = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2 },
    simple,
    fc
      .tuple(tie('rule'), fc.constantFrom('and', 'or'), tie('rule'))
      .map(([a, word, b]) => `(${a} ${word} ${b})`),
    tie('rule').map((rule) => `not(${rule})`),
    fc.tuple(simple, tie('rule'), tie('rule')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
  ),
})).rule;

const words = { vi: 'x', en: 'x' };
const procedures: fc.Arbitrary<readonly JudgedProcedure[]> = fc
  .array(fc.array(condition, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map((whens, at) => {
      const rules = whens.map((when, index) => ({ id: `r${index}`, when, met: words, lacking: words }));
      const result = compileEligibility(rules);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return { code: `P${at}`, rules: result.rules };
    }),
  );
const told = fc.subarray(definitions.map(([name]) => name));
const only = (facts: PersonFacts, names: readonly string[]): PersonFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)));

describe('whatever the rules and the person', () => {
  it('what is settled stays settled when more is told, and with everything told nothing is open', () => {
    fc.assert(
      fc.property(procedures, everything, told, (all, facts, names) => {
        const before = judge(all, only(facts, names)).verdicts;
        const after = judge(all, facts);
        for (const [at, verdict] of before.entries())
          if (verdict.state !== 'unknown') expect(after.verdicts[at]?.state).toBe(verdict.state);
        expect(after.verdicts.every(({ state }) => state !== 'unknown')).toBe(true);
        expect(after.next).toEqual([]);
      }),
      settings,
    );
  });

  it('asking what is said to be next, one by one, settles everything without asking twice', () => {
    fc.assert(
      fc.property(procedures, everything, (all, facts) => {
        const asked: PersonFactName[] = [];
        for (;;) {
          const { next, verdicts } = judge(all, only(facts, asked));
          const [question] = next;
          if (question === undefined) {
            expect(verdicts.every(({ state }) => state !== 'unknown')).toBe(true);
            return;
          }
          expect(asked).not.toContain(question);
          asked.push(question);
        }
      }),
      settings,
    );
  });
});

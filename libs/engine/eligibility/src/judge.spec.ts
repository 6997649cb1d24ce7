import { describe, expect, it } from '@jest/globals';
import type { EligibilityRule, PersonFacts } from '@mocua/contract';
import { compileEligibility } from './compile-eligibility';
import { judge, type JudgedProcedure } from './judge';

const words = (text: string) => ({ vi: text, en: text });
function rule(id: string, when: string): EligibilityRule {
  return { id, when, met: words(`${id} met`), lacking: words(`${id} lacking`) };
}
function procedure(code: string, ...whens: readonly string[]): JudgedProcedure {
  const result = compileEligibility(whens.map((when, at) => rule(`r${at}`, when)));
  if (!result.ok) throw new Error(result.problems[0]?.message.en);
  return { code, rules: result.rules };
}
const stateOf = (when: string, facts: PersonFacts) => judge([procedure('A', when)], facts).verdicts[0]?.state;

describe('a person', () => {
  it.each<[string, PersonFacts, string]>([
    ['age >= 18', { age: 18 }, 'qualifies'],
    ['age >= 18', { age: 17 }, 'lacks'],
    ['age >= 18', {}, 'unknown'],
    ['age >= 18', { age: null }, 'unknown'],
    ['hasDisability = true', {}, 'unknown'],
    ['hasDisability != true', {}, 'unknown'],
    ['not(hasDisability)', { hasDisability: false }, 'qualifies'],
    ['residence in ["in-province", "abroad"]', {}, 'unknown'],
    ['residence in ["in-province", "abroad"]', { residence: 'other-province' }, 'lacks'],
    ['age >= 75 or hasDisability', { hasDisability: true }, 'qualifies'],
    ['age >= 75 or hasDisability', { age: 80 }, 'qualifies'],
    ['age >= 75 or hasDisability', { hasDisability: false }, 'unknown'],
    ['if isOrganisation then false else age >= 18', { age: 30 }, 'unknown'],
    ['if isOrganisation then false else age >= 18', { isOrganisation: true }, 'lacks'],
    ['age between 16 and 60', {}, 'unknown'],
    ['is defined(age)', {}, 'lacks'],
  ])('by the rule %s with %j: %s', (when, facts, state) => {
    expect(stateOf(when, facts)).toBe(state);
  });

  it('is told what is met and what is missing, in the words of the rules', () => {
    const { verdicts } = judge([procedure('A', 'age >= 18', 'ownsLand', 'hasPension')], {
      age: 20,
      ownsLand: false,
    });
    expect(verdicts).toEqual([
      { code: 'A', state: 'lacks', met: [words('r0 met')], lacking: [words('r1 lacking')], ask: [] },
    ]);
  });

  it('is asked only what can still decide', () => {
    const [verdict] = judge([procedure('A', 'if isOrganisation then ownsLand else hasPension', 'age > 5')], {
      isOrganisation: false,
      age: 20,
    }).verdicts;
    expect(verdict?.ask).toEqual(['hasPension']);
  });

  it('is asked first what settles a procedure with the fewest questions, and what helps most', () => {
    const { next } = judge(
      [
        procedure('A', 'age > 60', 'hasDisability', 'hasPension = false'),
        procedure('B', 'ownsLand', 'hasDisability'),
        procedure('C', 'age > 10', 'ownsLand', 'isHouseholdHead', 'hasPension'),
      ],
      {},
    );
    expect(next).toEqual(['hasDisability', 'ownsLand', 'age', 'hasPension', 'isHouseholdHead']);
  });

  it('is asked nothing more when everything is settled', () => {
    expect(judge([procedure('A', 'age > 1'), procedure('B', 'age > 100')], { age: 50 }).next).toEqual([]);
  });

  it('who tells something impossible has told nothing', () => {
    const strange = { age: 'old', hasDisability: 'yes', residence: 'constructor' } as unknown as PersonFacts;
    expect(stateOf('age > 1', strange)).toBe('unknown');
    expect(stateOf('hasDisability', strange)).toBe('unknown');
    expect(stateOf('residence = "abroad"', strange)).toBe('unknown');
    expect(stateOf('age > 1', { age: 131 })).toBe('unknown');
    expect(stateOf('age > 1', { age: 1.5 })).toBe('unknown');
    expect(stateOf('age > 1', JSON.parse('{"__proto__": {"age": 5}}') as PersonFacts)).toBe('unknown');
  });
});

describe('rules that cannot be used', () => {
  it.each([
    ['income > 5', 'r.when'],
    ['age', 'r.when'],
    ['age = "18"', 'r.when'],
    ['age >', 'r.when'],
    ['residence = "in-provinc"', 'r.when'],
    ['residence in ["abroad", "moon"]', 'r.when'],
    ['"nearpoor" = householdWealth', 'r.when'],
  ])('%s', (when, at) => {
    expect(compileEligibility([rule('r', when)])).toMatchObject({ ok: false, problems: [{ at }] });
  });
  it('two with one id', () => {
    expect(compileEligibility([rule('r', 'age > 1'), rule('r', 'age > 2')])).toMatchObject({
      ok: false,
      problems: [{ at: 'r.id' }],
    });
  });
});

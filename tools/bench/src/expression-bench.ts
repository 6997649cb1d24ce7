import { evaluate as evaluateByFeelin } from 'feelin';
import { evaluate, type FeelContext, parseExpression } from '@mocua/engine/expression';
import { percentile } from './settings';

/** Rules as packages write them, with what they read. */
const context = {
  copies: 3,
  pages: 12,
  age: 71,
  paperKind: 'birth',
  isPoor: false,
  hasPension: null,
  returnMethod: 'post',
  people: Array.from({ length: 10 }, (_unused, at) => ({
    age: 10 + at * 7,
    relation: at % 2 ? 'child' : 'self',
  })),
} satisfies FeelContext;

const rules: readonly (readonly [name: string, text: string])[] = [
  ['a condition', 'returnMethod = "post" and not(isPoor)'],
  ['a membership', '(paperKind in ["birth", "marriage", "death"]) or (age between 60 and 80)'],
  ['a fee', 'if isPoor then 0 else min(200000, 2000 * min(pages, 2) + 1000 * max(pages - 2, 0)) * copies'],
  ['a date', 'years and months duration(date("1955-03-02"), date("2026-11-22")).years >= 70'],
  [
    'a list',
    'count(people[age >= 18 and relation = "child"]) > 2 and (some p in people satisfies p.age > 70)',
  ],
];

/** Microseconds for one run of the work in the fastest of several short stretches: what else a machine does only slows it. */
function microseconds(work: () => unknown, { rounds, stretch }: Effort): number {
  for (let warm = 0; warm < 200; warm += 1) work();
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    let done = 0;
    while (performance.now() - began < stretch) {
      for (let n = 0; n < 20; n += 1) work();
      done += 20;
    }
    samples.push(((performance.now() - began) * 1_000) / done);
  }
  return Math.min(...samples);
}

interface Effort {
  readonly rounds: number;
  /** Milliseconds of one stretch. */
  readonly stretch: number;
}

/**
 * Expression evaluation against feelin in one run. feelin parses at every call, so two ratios are told: text to value, and
 * its text to value against our evaluation of a rule that was parsed at publication, which is how rules run here.
 */
export function measureExpressions(effort: Effort): void {
  const fresh: number[] = [];
  const stored: number[] = [];
  for (const [name, text] of rules) {
    const parsed = parseExpression(text);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.en ?? ''}`);
    const { expression } = parsed;
    const mine = evaluate(expression, context);
    const theirs: unknown = evaluateByFeelin(text, context).value;
    if (!mine.ok || mine.value !== theirs)
      throw new Error(`${text}: ${JSON.stringify(mine)}, feelin ${String(theirs)}`);
    const parse = microseconds(() => parseExpression(text), effort);
    const run = microseconds(() => evaluate(expression, context), effort);
    const feelin = microseconds(() => evaluateByFeelin(text, context), effort);
    fresh.push(feelin / (parse + run));
    stored.push(feelin / run);
    console.log(
      `expression: ${name}: parse ${parse.toFixed(2)} µs, evaluate ${run.toFixed(2)} µs, feelin ${feelin.toFixed(1)} µs`,
    );
  }
  console.log(
    `expression: against feelin, median of ${rules.length} rules: parse and evaluate ${percentile(fresh, 0.5).toFixed(1)} times as fast ` +
      `(min ${Math.min(...fresh).toFixed(1)}), evaluate a stored rule ${percentile(stored, 0.5).toFixed(0)} times as fast ` +
      `(min ${Math.min(...stored).toFixed(0)})`,
  );
}

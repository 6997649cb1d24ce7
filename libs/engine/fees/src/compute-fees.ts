import type { Answers, FeeTiming } from '@mocua/contract';
import type { FeelContext } from '@mocua/engine/expression';
import {
  type Amount,
  anything,
  exactly,
  known,
  mapped,
  nothing,
  perhaps,
  plus,
  smaller,
  times,
} from './amount';
import type { CompiledFees, CompiledLine, CompiledWaiver } from './compile-fees';
import { contextOf, Desk, type FilingFacts, inForce } from './desk';
import { explain } from './explain';
import type { AppliedWaiver, FeeLineQuote, FeeQuote, FeeState, FeeTotal } from './fee-quote';

/** Whether a line is asked for at all. */
function applies(line: CompiledLine, facts: FilingFacts, desk: Desk): boolean | null {
  const { channels } = line.definition;
  if (channels !== null && facts.channel !== null && !channels.includes(facts.channel)) return false;
  const when = desk.holds(line.when);
  if (when !== true || channels === null || facts.channel !== null) return when;
  desk.missing.add('filing.channel');
  return null;
}

function priceOf({ price }: CompiledLine, desk: Desk): Amount {
  if (price.kind === 'fixed') return exactly(price.dong);
  if (price.kind === 'from') return { least: price.dong, most: null };
  return price.kind === 'computed' ? desk.whole(price.by) : anything;
}

/** The line under a waiver; never more than without it. */
function reduced({ reduction }: CompiledWaiver, price: Amount, quantity: Amount): Amount {
  switch (reduction.kind) {
    case 'exempt':
      return nothing;
    case 'percent':
      return mapped(times(price, quantity), (dong) => Math.floor((dong * (100 - reduction.percent)) / 100));
    case 'price':
      return times(smaller(price, exactly(reduction.dong)), quantity);
  }
}

interface Settled {
  readonly amount: Amount;
  /** The waiver that gave the amount; only where the amount is known. */
  readonly by: CompiledWaiver | null;
}

/** The best of the waivers that hold; one that may hold leaves open how much lower the line gets. */
function settle(line: CompiledLine, price: Amount, quantity: Amount, date: string, desk: Desk): Settled {
  const full = times(price, quantity);
  let amount = full;
  const holding: [Amount, CompiledWaiver][] = [];
  for (const waiver of line.waivers.filter(({ definition }) => inForce(definition, date))) {
    const holds = desk.holds(waiver.when);
    if (holds === false) continue;
    const lower = reduced(waiver, price, quantity);
    if (holds === true) holding.push([lower, waiver]);
    const best = smaller(amount, lower);
    amount = holds === true ? best : { least: best.least, most: amount.most };
  }
  const dong = known(amount);
  const giver = holding.find(([lower]) => dong !== null && known(lower) === dong);
  return { amount, by: giver && known(full) !== dong ? giver[1] : null };
}

function stateOf(dong: number | null, waived: boolean, isOpen: boolean): FeeState {
  if (dong === null) return isOpen ? 'open' : 'later';
  if (dong > 0) return 'due';
  return waived ? 'waived' : 'none';
}

function appliedWaiver({ definition }: CompiledWaiver, full: number | null, dong: number): AppliedWaiver {
  const { code, name, source } = definition;
  return { code, name, saved: full === null ? null : full - dong, source };
}

/** One line; null when it is not asked for. */
function lineQuote(line: CompiledLine, facts: FilingFacts, context: FeelContext): FeeLineQuote | null {
  if (!inForce(line.definition, facts.date)) return null;
  const desk = new Desk(context);
  const asked = applies(line, facts, desk);
  if (asked === false) return null;
  const price = priceOf(line, desk);
  const quantity = line.quantity ? desk.whole(line.quantity) : exactly(1);
  const { amount: settled, by } = settle(line, price, quantity, facts.date, desk);
  const amount = asked === null ? perhaps(settled) : settled;
  const dong = known(amount);
  const { code, kind, name, timing, unit, source } = line.definition;
  const unexplained = {
    code,
    kind,
    name,
    timing,
    state: stateOf(dong, by !== null, desk.missing.size > 0),
    amount: dong,
    ...amount,
    price: known(price),
    quantity: line.quantity ? known(quantity) : null,
    unit: unit?.name ?? null,
    waiver: by && dong !== null ? appliedWaiver(by, known(times(price, quantity)), dong) : null,
    missing: dong === null ? [...desk.missing].sort() : [],
    faulty: dong === null && desk.faulty,
    source,
  };
  return { ...unexplained, explanation: explain(unexplained) };
}

function totalOf(lines: readonly FeeLineQuote[]): FeeTotal {
  const amount = lines.reduce<Amount>(plus, nothing);
  return { amount: known(amount), ...amount };
}

const timings: readonly FeeTiming[] = ['before', 'after', 'on-result'];

/**
 * What one filing costs, as far as it is known: every line with how it came out, and the total. A missing answer leaves a line
 * and the total open between a least and a most amount; it is never taken for zero or for no.
 *
 * @param answers - by field id, as the form holds them; a question nobody answered is missing or null
 */
export function computeFees(fees: CompiledFees, answers: Answers, facts: FilingFacts): FeeQuote {
  const context = contextOf(answers, facts);
  const lines = fees.lines.flatMap((line) => lineQuote(line, facts, context) ?? []);
  const byTiming = timings.flatMap((timing) => {
    const mine = lines.filter((line) => line.timing === timing);
    return mine.length > 0 ? [{ timing, ...totalOf(mine) }] : [];
  });
  const covered = fees.lines.length === 0 || fees.lines.some((line) => inForce(line.definition, facts.date));
  return {
    lines,
    total: covered ? totalOf(lines) : { amount: null, ...anything },
    covered,
    byTiming,
    missing: [...new Set(lines.flatMap((line) => line.missing))].sort(),
    free: fees.definition.free,
  };
}

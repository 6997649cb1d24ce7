import type { Answers, FeeKind, Localized } from '@mocua/contract';
import { known } from './amount';
import type { CompiledFees, CompiledGround } from './compile-fees';
import { computeFees } from './compute-fees';
import { contextOf, Desk, type FilingFacts, inForce } from './desk';
import { dongText } from './explain';

/** What decides whether money may be asked for on a ground, and how much. */
export interface GroundFacts {
  /** Answers of the applicant and what officers entered, by field id. */
  readonly answers: Answers;
  readonly filing: FilingFacts;
  /** Day of the request in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  /** Lines of the schedule that were asked for before. */
  readonly askedLines: readonly string[];
}

/**
 * Why a ground cannot be used: not in force today, its condition does not hold, something is not known yet, all of it was
 * asked for, or it comes to nothing.
 */
export type GroundRefusal = 'not-in-force' | 'not-met' | 'not-known' | 'asked' | 'nothing';

/** One part of what is asked for; integer đồng. */
export interface AskedLine {
  readonly name: Localized;
  readonly amount: number;
  readonly kind: FeeKind;
  readonly explanation: Localized;
}

/** How a ground stands for one dossier: an amount, or what an officer has to say so that there is one. */
export type GroundQuote =
  | { readonly state: 'computed'; readonly amount: number; readonly lines: readonly AskedLine[] }
  | { readonly state: 'counted'; readonly price: number; readonly unit: Localized; readonly most: number }
  | {
      readonly state: 'asserted';
      readonly document: Localized;
      readonly least: number;
      readonly most: number;
    }
  | { readonly state: 'closed'; readonly why: GroundRefusal };

/** What an officer says on top: how many units, or the amount and the document that states it. */
export interface AskedFor {
  readonly count: number | null;
  readonly asserted: { readonly amount: number; readonly number: string; readonly date: string } | null;
}

export type Asked =
  | {
      readonly ok: true;
      /** Integer đồng, and how much of it is lệ phí. */
      readonly amount: number;
      readonly charge: number;
      readonly lines: readonly AskedLine[];
      /** Lines of the schedule that are paid with it, so that nobody asks for them again. */
      readonly settles: readonly string[];
    }
  | { readonly ok: false; readonly why: GroundRefusal | 'count' | 'document' | 'amount' };

/** How a ground stands. */
export function quoteGround(fees: CompiledFees, ground: CompiledGround, facts: GroundFacts): GroundQuote {
  const { definition } = ground;
  if (!inForce(definition, facts.today)) return closed('not-in-force');
  const desk = new Desk(contextOf(facts.answers, facts.filing));
  const holds = desk.holds(ground.when);
  if (holds !== true) return closed(holds === null ? 'not-known' : 'not-met');
  const { amount } = definition;
  switch (amount.kind) {
    case 'lines':
      return quoteLines(fees, amount.lines, facts);
    case 'counted':
      return { state: 'counted', price: amount.dong, unit: amount.unit, most: amount.most };
    case 'asserted': {
      const { document, least, most, lines } = amount;
      if (lines.length > 0) {
        const standing = quoteLines(fees, lines, facts);
        // the office states the amount, but a waiver of the schedule still takes it away
        if (standing.state === 'closed' && standing.why !== 'not-known') return standing;
      }
      return { state: 'asserted', document, least, most };
    }
    case 'formula': {
      const dong = ground.formula ? known(desk.whole(ground.formula)) : null;
      if (dong === null) return closed('not-known');
      const explanation = sumText(dong);
      return computed([{ name: definition.name, amount: dong, kind: amount.feeKind, explanation }]);
    }
  }
}

/** What is asked for on a ground with what an officer said, or why not. */
export function askOnGround(
  fees: CompiledFees,
  ground: CompiledGround,
  facts: GroundFacts,
  { count, asserted }: AskedFor,
): Asked {
  const quote = quoteGround(fees, ground, facts);
  const { name, amount } = ground.definition;
  const settles = amount.kind === 'lines' || amount.kind === 'asserted' ? amount.lines : [];
  switch (quote.state) {
    case 'closed':
      return { ok: false, why: quote.why };
    case 'computed':
      return asked(quote.lines, settles);
    case 'counted': {
      if (count === null || !Number.isSafeInteger(count) || count < 1 || count > quote.most)
        return { ok: false, why: 'count' };
      const sum = count * quote.price;
      const explanation = {
        vi: `${count} ${quote.unit.vi} × ${dongText(quote.price).vi} = ${dongText(sum).vi}.`,
        en: `${count} × ${dongText(quote.price).en} per ${quote.unit.en} = ${dongText(sum).en}.`,
      };
      return asked([{ name, amount: sum, kind: kindOf(ground), explanation }], settles);
    }
    case 'asserted': {
      if (!asserted || asserted.date > facts.today) return { ok: false, why: 'document' };
      const { amount: sum, number, date } = asserted;
      if (!Number.isSafeInteger(sum) || sum < quote.least || sum > quote.most)
        return { ok: false, why: 'amount' };
      const day = date.split('-').reverse().join('/');
      const explanation = {
        vi: `${dongText(sum).vi}, theo ${quote.document.vi} số ${number} ngày ${day}.`,
        en: `${dongText(sum).en}, as stated in ${quote.document.en} no. ${number} of ${day}.`,
      };
      return asked([{ name, amount: sum, kind: kindOf(ground), explanation }], settles);
    }
  }
}

function quoteLines(fees: CompiledFees, codes: readonly string[], facts: GroundFacts): GroundQuote {
  const left = codes.filter((code) => !facts.askedLines.includes(code));
  if (left.length === 0) return closed('asked');
  const quote = computeFees(fees, facts.answers, facts.filing);
  const lines = quote.lines.filter(({ code }) => left.includes(code));
  if (lines.some(({ amount }) => amount === null)) return closed('not-known');
  return computed(
    lines.map(({ name, amount, kind, explanation }) => ({ name, amount: amount ?? 0, kind, explanation })),
  );
}

function computed(lines: readonly AskedLine[]): GroundQuote {
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return amount === 0 ? closed('nothing') : { state: 'computed', amount, lines };
}

function asked(lines: readonly AskedLine[], settles: readonly string[]): Asked {
  const sum = (some: readonly AskedLine[]) => some.reduce((total, { amount }) => total + amount, 0);
  const charge = sum(lines.filter(({ kind }) => kind === 'charge'));
  return { ok: true, amount: sum(lines), charge, lines, settles };
}

function kindOf({ definition: { amount } }: CompiledGround): FeeKind {
  return amount.kind === 'lines' ? 'fee' : amount.feeKind;
}

const closed = (why: GroundRefusal): GroundQuote => ({ state: 'closed', why });

function sumText(dong: number): Localized {
  const { vi, en } = dongText(dong);
  return { vi: `${vi}.`, en: `${en}.` };
}

import type { OutgoingNewsKind, OutgoingStanding } from '@mocua/contract';
import { type HandoverFacts, inOrder, isStillHere, type ToldNews as Told } from '@mocua/server/handover';

type ToldNews = Told<OutgoingNewsKind>;

/** How an officer may complete the step here. */
export type ByHand = 'free' | 'reason' | 'no';

/** The end of a document over there, as far as the step here goes by it. */
export type OutgoingEnd<T> =
  | { readonly kind: 'issued' | 'returned'; readonly news: T }
  /** What was issued is an older draft than the one that is to be issued. */
  | { readonly kind: 'older-draft'; readonly news: T };

/**
 * The end that counts: the first one the system told. A draft that was returned after a newer one took its place is no end; one that
 * was issued all the same is, and cannot be used.
 */
export function endOf<T extends ToldNews>(revision: number, news: readonly T[]): OutgoingEnd<T> | null {
  for (const each of inOrder(news)) {
    if (each.kind === 'issued')
      return { kind: each.revision < revision ? 'older-draft' : 'issued', news: each };
    if (each.kind === 'returned' && each.revision >= revision) return { kind: 'returned', news: each };
  }
  return null;
}

/** Whether an end before it has overtaken a piece of news, or it is about a draft that was replaced. */
export function isOvertaken<T extends ToldNews>(each: T, revision: number, news: readonly T[]): boolean {
  const end = endOf(revision, news);
  return each.revision < revision || (end !== null && each.sequence > end.news.sequence);
}

/** Where a document stands, whatever the order in which the news arrived. */
export function standingOf(facts: HandoverFacts, news: readonly ToldNews[]): OutgoingStanding {
  if (facts.ended === 'by-hand') return isNumbered(news) ? 'numbered-twice' : 'by-hand';
  if (facts.ended === 'taken-back' || facts.ended === 'unusable') return facts.ended;
  const end = endOf(facts.revision, news);
  if (end) return end.kind === 'older-draft' ? 'unusable' : end.kind;
  if (isStillHere(facts)) return 'waiting';
  const latest = inOrder(news).findLast(({ revision }) => revision === facts.revision);
  return latest?.kind === 'signed' || latest?.kind === 'numbered' ? latest.kind : 'submitted';
}

/**
 * Whether an officer may give the number here: freely where no system is connected; with a reason where the package says so and the
 * system has neither signed nor numbered the document, or what it issued cannot be used; and else not.
 *
 * @param facts - null before anything was handed over
 */
export function byHandOf(
  isConnected: boolean,
  whenDown: 'wait' | 'manual',
  facts: HandoverFacts | null,
  news: readonly ToldNews[],
): ByHand {
  if (!isConnected) return 'free';
  if (facts?.ended === 'unusable') return 'reason';
  const isTheirs = news.some(
    ({ kind, revision }) => kind !== 'received' && (kind === 'issued' || revision === facts?.revision),
  );
  return whenDown === 'manual' && !isTheirs ? 'reason' : 'no';
}

function isNumbered(news: readonly ToldNews[]): boolean {
  return news.some(({ kind }) => kind === 'numbered' || kind === 'issued');
}

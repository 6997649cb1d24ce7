import type { SectorStanding } from '@mocua/contract';
import type { NewsKind } from './sector-news';

/** News as far as the order of things needs it. */
export interface ToldNews {
  readonly sequence: number;
  readonly revision: number;
  readonly kind: NewsKind;
}

export type Ending = 'settled' | 'taken-back' | 'by-hand' | 'unusable';

/** What is known of a hand-over besides the news. */
export interface HandoverFacts {
  readonly handedOverAt: string | null;
  /** Revision the system has; null before it took anything. */
  readonly handedRevision: number | null;
  /** Revision that is to be handed over. */
  readonly revision: number;
  readonly ended: Ending | null;
}

/** Whether a system can say nothing more after this. */
export function isFinal(kind: NewsKind): boolean {
  return kind === 'resulted' || kind === 'refused';
}

/**
 * The news that counts: the first end the system told, in its own order, or else the latest word. What came late or twice moves
 * nothing back.
 */
export function decisiveNews<T extends ToldNews>(news: readonly T[]): T | null {
  const inOrder = [...news].sort((left, right) => left.sequence - right.sequence);
  return inOrder.find(({ kind }) => isFinal(kind)) ?? inOrder.at(-1) ?? null;
}

/** Whether something later, or an end before it, has overtaken a piece of news. */
export function isOvertaken<T extends ToldNews>(each: T, news: readonly T[]): boolean {
  const decisive = decisiveNews(news);
  return decisive !== null && decisive.sequence !== each.sequence;
}

/** Where a step stands, whatever the order in which the system's news arrived. */
export function standingOf(facts: HandoverFacts, news: readonly ToldNews[]): SectorStanding {
  const decisive = decisiveNews(news);
  if (facts.ended === 'by-hand' || facts.ended === 'taken-back' || facts.ended === 'unusable')
    return facts.ended;
  if (decisive !== null && isFinal(decisive.kind))
    return decisive.kind === 'resulted' ? 'resulted' : 'refused';
  if (facts.handedOverAt === null || facts.handedRevision !== facts.revision) return 'waiting';
  // What was said about an earlier hand-over is answered by the new one.
  if (decisive === null || decisive.kind === 'received' || decisive.revision < facts.handedRevision)
    return 'handed-over';
  return decisive.kind === 'supplement-asked' ? 'supplement-asked' : 'in-progress';
}

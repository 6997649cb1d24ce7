import type { SectorStanding } from '@mocua/contract';
import { type HandoverFacts, inOrder, isStillHere, type ToldNews } from '@mocua/server/handover';
import type { NewsKind } from './sector-news';

/** Whether a system can say nothing more after this. */
export function isFinal(kind: NewsKind): boolean {
  return kind === 'resulted' || kind === 'refused';
}

/**
 * The news that counts: the first end the system told, in its own order, or else the latest word. What came late or twice moves
 * nothing back.
 */
export function decisiveNews<T extends ToldNews<NewsKind>>(news: readonly T[]): T | null {
  const told = inOrder(news);
  return told.find(({ kind }) => isFinal(kind)) ?? told.at(-1) ?? null;
}

/** Whether something later, or an end before it, has overtaken a piece of news. */
export function isOvertaken<T extends ToldNews<NewsKind>>(each: T, news: readonly T[]): boolean {
  const decisive = decisiveNews(news);
  return decisive !== null && decisive.sequence !== each.sequence;
}

/** Where a step stands, whatever the order in which the system's news arrived. */
export function standingOf(facts: HandoverFacts, news: readonly ToldNews<NewsKind>[]): SectorStanding {
  const decisive = decisiveNews(news);
  if (facts.ended === 'by-hand' || facts.ended === 'taken-back' || facts.ended === 'unusable')
    return facts.ended;
  if (decisive !== null && isFinal(decisive.kind))
    return decisive.kind === 'resulted' ? 'resulted' : 'refused';
  if (isStillHere(facts)) return 'waiting';
  // What was said about an earlier hand-over is answered by the new one.
  if (decisive === null || decisive.kind === 'received' || decisive.revision < facts.revision)
    return 'handed-over';
  return decisive.kind === 'supplement-asked' ? 'supplement-asked' : 'in-progress';
}

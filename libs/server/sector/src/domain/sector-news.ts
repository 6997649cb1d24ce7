import type { News, NewsContent } from '@mocua/server/handover';

/** What a sector system may say about a step. */
export type NewsKind = 'received' | 'in-progress' | 'supplement-asked' | 'resulted' | 'refused';

/**
 * What a sector system writes: in its own words what it does, asks for, or why it refuses; the number, day (`YYYY-MM-DD`) and agency
 * of its result.
 */
export type SectorContent = NewsContent<'text' | 'number' | 'issuedOn' | 'agency'>;

/** What a sector system told, as its adapter read it. */
export type SectorNews = News<NewsKind, SectorContent>;

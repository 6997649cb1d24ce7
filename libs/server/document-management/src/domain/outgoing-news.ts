import type { OutgoingNewsKind } from '@mocua/contract';
import type { News, NewsContent } from '@mocua/server/handover';

/**
 * What the document management system writes: who did it over there, its own words (for example why a draft is returned), and of the
 * document the number with its symbol (`15/QĐ-UBND`), the day (`YYYY-MM-DD`) and the signer.
 */
export type OutgoingContent = NewsContent<'by' | 'text' | 'number' | 'issuedOn' | 'signer'>;

/** What the document management system told, as its adapter read it. */
export type OutgoingNews = News<OutgoingNewsKind, OutgoingContent>;

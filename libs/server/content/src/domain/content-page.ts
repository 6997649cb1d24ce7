import type { ContentFields, ContentId, ContentKind, ProblemCode } from '@mocua/contract';

export interface PublishedVersion {
  readonly version: number;
  readonly fields: ContentFields;
}

/** One page as its editors have it: what everybody reads, and the draft beside it. */
export interface ContentPage {
  readonly contentId: ContentId;
  readonly kind: ContentKind;
  readonly slug: string;
  /** Counts every change. */
  readonly revision: number;
  /** Number of the last publication, withdrawn ones included. */
  readonly lastVersion: number;
  readonly draft: ContentFields | null;
  readonly published: PublishedVersion | null;
}

export type ContentState = 'draft' | 'published' | 'changed' | 'withdrawn';
export type Decided =
  { readonly ok: true; readonly page: ContentPage } | { readonly ok: false; readonly code: ProblemCode };

export function stateOf(page: ContentPage): ContentState {
  if (page.published !== null) return page.draft === null ? 'published' : 'changed';
  return page.lastVersion === 0 ? 'draft' : 'withdrawn';
}

/** The version a change of the draft belongs to. */
export function versionInWork(page: ContentPage): number {
  return page.draft === null ? page.lastVersion : page.lastVersion + 1;
}

/** @param seen - the revision that the editor looked at */
export function saveDraft(page: ContentPage, seen: number, fields: ContentFields): Decided {
  if (page.revision !== seen) return { ok: false, code: 'content.stale' };
  return { ok: true, page: { ...page, revision: page.revision + 1, draft: fields } };
}

/** The draft becomes what everybody reads; what was read before becomes history. */
export function publish(page: ContentPage, seen: number): Decided {
  if (page.revision !== seen) return { ok: false, code: 'content.stale' };
  if (page.draft === null) return { ok: false, code: 'content.nothing-to-publish' };
  const version = page.lastVersion + 1;
  return {
    ok: true,
    page: {
      ...page,
      revision: page.revision + 1,
      lastVersion: version,
      draft: null,
      published: { version, fields: page.draft },
    },
  };
}

/** Nobody reads it any more. The text stays as a draft, unless a newer draft is there. */
export function withdraw(page: ContentPage, seen: number): Decided {
  if (page.revision !== seen) return { ok: false, code: 'content.stale' };
  if (page.published === null) return { ok: false, code: 'content.not-published' };
  return {
    ok: true,
    page: {
      ...page,
      revision: page.revision + 1,
      draft: page.draft ?? page.published.fields,
      published: null,
    },
  };
}

/** Whether people read the page on a date. */
export function holdsOn(fields: Pick<ContentFields, 'validFrom' | 'validTo'>, date: string): boolean {
  return fields.validFrom <= date && (fields.validTo === null || date <= fields.validTo);
}

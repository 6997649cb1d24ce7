import { Injectable } from '@nestjs/common';
import {
  type ContentKind,
  type ContentText,
  contentTopics,
  type listPublicContent,
  type PublicContent,
  type ResponseOf,
} from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { holdsOn } from '../domain/content-page';
import { ContentStore, type PublishedPage } from '../persistence/content-store';

/** What everybody reads. Kept in memory until the next publication, in whichever process that happens. */
@Injectable()
export class PublishedContent {
  #kept: { readonly edition: string; readonly pages: readonly PublishedPage[] } | null = null;

  constructor(
    private readonly store: ContentStore,
    private readonly clock: Clock,
  ) {}

  /** Key for caching what is made from the content: moves with every publication, and at midnight in Vietnam. */
  async version(): Promise<string> {
    return `${await this.store.edition()}.${this.clock.today()}`;
  }

  /** What holds today: announcements newest first, questions by topic, guides in the order they were written. */
  async list(kind?: ContentKind): Promise<ResponseOf<typeof listPublicContent>> {
    const today = this.clock.today();
    const { edition, pages } = await this.current();
    const shown = pages.filter((page) => (kind ?? page.kind) === page.kind && holdsOn(page.fields, today));
    return { version: `${edition}.${today}`, items: shown.map(toPublic).sort(inOrder) };
  }

  /** The page that holds today; null when there is none. */
  async find(kind: ContentKind, slug: string): Promise<PublicContent | null> {
    const { pages } = await this.current();
    const page = pages.find((candidate) => candidate.kind === kind && candidate.slug === slug);
    return page === undefined || !holdsOn(page.fields, this.clock.today()) ? null : toPublic(page);
  }

  private async current(): Promise<{ edition: string; pages: readonly PublishedPage[] }> {
    const edition = await this.store.edition();
    if (this.#kept?.edition !== edition) this.#kept = { edition, pages: await this.store.published() };
    return this.#kept;
  }
}

function toPublic({ kind, slug, version, fields, publishedAt }: PublishedPage): PublicContent {
  const english: ContentText = fields.en ?? fields.vi;
  return {
    kind,
    slug,
    version,
    title: { vi: fields.vi.title, en: english.title },
    summary: { vi: fields.vi.summary, en: english.summary },
    body: { vi: fields.vi.body, en: english.body },
    englishPending: fields.en === null,
    topic: fields.topic,
    validFrom: fields.validFrom,
    validTo: fields.validTo,
    publishedAt: publishedAt.toISOString(),
  };
}

/** Stable, so that questions and guides stay in the order of their writing. */
function inOrder(one: PublicContent, other: PublicContent): number {
  if (one.kind === 'announcement' && other.kind === 'announcement')
    return other.validFrom.localeCompare(one.validFrom);
  const place = ({ topic }: PublicContent): number => (topic === null ? -1 : contentTopics.indexOf(topic));
  return one.kind === other.kind ? place(one) - place(other) : 0;
}

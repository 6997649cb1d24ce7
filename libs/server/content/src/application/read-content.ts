import { Injectable } from '@nestjs/common';
import type { ContentId, ContentKind, ContentSummary, ContentView, PartyId } from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { type OfficerActor, problem } from '@mocua/server/kernel';
import { stateOf } from '../domain/content-page';
import { ContentStore, type ListedPage } from '../persistence/content-store';

/** Pages as their editors see them, with who changed what. */
@Injectable()
export class ReadContent {
  constructor(
    private readonly store: ContentStore,
    private readonly parties: PartyDirectory,
  ) {}

  async list(kind: ContentKind | undefined): Promise<ContentSummary[]> {
    const pages = await this.store.list(kind ?? null);
    const names = await this.parties.displayNames(pages.map((page) => page.changedBy));
    return pages.map((page) => summaryOf(page, names));
  }

  /** @throws Problem `content.not-found` */
  async get(actor: OfficerActor, contentId: ContentId): Promise<ContentView> {
    const page = await this.store.find(contentId);
    if (page === null) throw problem('content.not-found');
    const changes = await this.store.changesOf(contentId);
    const names = await this.parties.displayNames([
      page.changedBy,
      ...changes.map((change) => change.partyId),
    ]);
    return {
      ...summaryOf(page, names),
      revision: page.revision,
      draft: page.draft,
      published: page.published?.fields ?? null,
      publishedVersion: page.published?.version ?? null,
      history: changes.map(({ at, action, version, partyId, note }) => ({
        at: at.toISOString(),
        action,
        version,
        who: names.get(partyId) ?? '',
        note,
      })),
      actions: actionsOf(actor, page),
    };
  }
}

function actionsOf({ assignment }: OfficerActor, page: ListedPage): ContentView['actions'] {
  const publishes = assignment?.permissions.includes('content.publish') === true;
  return [
    'save',
    ...(publishes && page.draft !== null ? (['publish'] as const) : []),
    ...(publishes && page.published !== null ? (['withdraw'] as const) : []),
  ];
}

function summaryOf(page: ListedPage, names: ReadonlyMap<PartyId, string>): ContentSummary {
  const fields = page.draft ?? page.published?.fields;
  return {
    contentId: page.contentId,
    kind: page.kind,
    slug: page.slug,
    title: fields?.vi.title ?? '',
    state: stateOf(page),
    englishPending: fields?.en === null,
    validFrom: fields?.validFrom ?? '',
    validTo: fields?.validTo ?? null,
    changedAt: page.changedAt.toISOString(),
    changedBy: names.get(page.changedBy) ?? '',
  };
}

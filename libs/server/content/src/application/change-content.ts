import { Injectable } from '@nestjs/common';
import type { ContentFields, ContentId, ContentKind } from '@mocua/contract';
import { Clock, Database, newId, type OfficerActor, problem, uniqueViolation } from '@mocua/server/kernel';
import { fieldProblemsOf } from '../domain/content-links';
import {
  type ContentPage,
  type Decided,
  publish,
  saveDraft,
  versionInWork,
  withdraw,
} from '../domain/content-page';
import { type ContentAction, ContentStore } from '../persistence/content-store';
import { LinkCheck } from './link-check';

/** Writes pages. Every change is kept with its author, its text and its note. */
@Injectable()
export class ChangeContent {
  constructor(
    private readonly store: ContentStore,
    private readonly links: LinkCheck,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `content.address-taken`, `content.link-refused`, `request.invalid` */
  async create(
    actor: OfficerActor,
    wish: { readonly kind: ContentKind; readonly slug: string; readonly fields: ContentFields },
  ): Promise<ContentId> {
    requireSound(wish.kind, wish.fields);
    const at = this.clock.now();
    const page: ContentPage = {
      contentId: newId<ContentId>(at),
      kind: wish.kind,
      slug: wish.slug,
      revision: 1,
      lastVersion: 0,
      draft: wish.fields,
      published: null,
    };
    try {
      await this.database.transaction((tx) =>
        this.store.write(tx, page, { action: 'created', version: 1, partyId: actor.partyId, at, note: '' }),
      );
    } catch (error) {
      if (uniqueViolation(error) !== 'pages_address_unique') throw error;
      throw problem('content.address-taken', {}, [
        { path: '/slug', code: 'taken', message: 'Địa chỉ này đã có trang khác dùng. Hãy đặt địa chỉ khác.' },
      ]);
    }
    return page.contentId;
  }

  /** @throws Problem `content.not-found`, `content.stale`, `content.link-refused`, `request.invalid` */
  async save(
    actor: OfficerActor,
    contentId: ContentId,
    { revision, fields }: { readonly revision: number; readonly fields: ContentFields },
  ): Promise<void> {
    await this.change(actor, contentId, 'saved', '', (page) => {
      requireSound(page.kind, fields);
      return saveDraft(page, revision, fields);
    });
  }

  /** @throws Problem `content.not-found`, `content.stale`, `content.nothing-to-publish`, `content.link-refused` */
  async publish(
    actor: OfficerActor,
    contentId: ContentId,
    { revision, note }: { readonly revision: number; readonly note: string },
  ): Promise<void> {
    const draft = (await this.store.find(contentId))?.draft;
    const dead = draft ? await this.links.deadLinks(draft) : [];
    if (dead.length > 0) throw problem('content.link-refused', {}, dead);
    // the revision ties what was checked to what is published
    await this.change(actor, contentId, 'published', note, (page) => publish(page, revision));
  }

  /** @throws Problem `content.not-found`, `content.stale`, `content.not-published` */
  async withdraw(
    actor: OfficerActor,
    contentId: ContentId,
    { revision, note }: { readonly revision: number; readonly note: string },
  ): Promise<void> {
    await this.change(actor, contentId, 'withdrawn', note, (page) => withdraw(page, revision));
  }

  private async change(
    actor: OfficerActor,
    contentId: ContentId,
    action: ContentAction,
    note: string,
    decide: (page: ContentPage) => Decided,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const page = await this.store.find(contentId, tx);
      if (page === null) throw problem('content.not-found');
      const decided = decide(page);
      if (!decided.ok) throw problem(decided.code);
      const version = action === 'withdrawn' ? page.lastVersion : versionInWork(decided.page);
      await this.store.write(tx, decided.page, {
        action,
        version,
        partyId: actor.partyId,
        at: this.clock.now(),
        note,
      });
    });
  }
}

function requireSound(kind: ContentKind, fields: ContentFields): void {
  const problems = fieldProblemsOf(kind, fields);
  if (problems.length === 0) return;
  const links = problems.every(({ code }) => code === 'link-refused');
  throw problem(links ? 'content.link-refused' : 'request.invalid', {}, problems);
}

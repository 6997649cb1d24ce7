import { Injectable } from '@nestjs/common';
import type { Answers, DossierId, PartyId, SubmissionReceipt } from '@mocua/contract';
import type { AttachmentRef, DossierEvent, DossierState } from '@mocua/engine/dossier';
import type { WorkingCalendar } from '@mocua/engine/working-time';
import { PartyDirectory, UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { Clock, type IdempotencyRequest, localDate, problem } from '@mocua/server/kernel';
import { type SealableJson, type SealedValue, SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { type FilingActor, reaches } from '../../domain/filing-origin';
import { DossierStream } from '../../persistence/dossier-stream';
import { DraftStore, type StoredDraft } from '../../persistence/draft-store';
import { WorkingCalendars } from '../../persistence/working-calendars';
import { SubmissionReceipts } from './submission-receipts';

/** A draft about to be filed. */
export interface OpenedDraft {
  readonly draft: StoredDraft;
  readonly uploads: readonly AttachmentRef[];
  readonly answers: Answers;
  /** Answers as the identity gave them. */
  readonly prefilled: Answers;
}

export interface SubmissionFacts {
  readonly procedure: PublishedProcedure;
  readonly calendar: WorkingCalendar;
  readonly tree: UnitTree;
  readonly now: string;
  readonly today: string;
}

/** Read sides of other domains that a filing looks at. */
@Injectable()
export class SubmissionSources {
  constructor(
    readonly procedures: PublishedProcedures,
    readonly units: UnitDirectory,
    readonly parties: PartyDirectory,
    readonly calendars: WorkingCalendars,
  ) {}
}

/** What filing needs from storage, so that the use case itself reads as the rule. */
@Injectable()
export class SubmissionDesk {
  constructor(
    private readonly stream: DossierStream,
    private readonly drafts: DraftStore,
    private readonly vault: SubjectVault,
    private readonly receipts: SubmissionReceipts,
    private readonly clock: Clock,
    private readonly sources: SubmissionSources,
  ) {}

  /**
   * The draft of the person with its files and answers.
   *
   * @throws Problem `draft.not-found`, `request.idempotency-key-reused`
   */
  async open(actor: FilingActor, draftId: string, idempotency: IdempotencyRequest): Promise<OpenedDraft> {
    const found = await this.drafts.findWithFiles(draftId, idempotency);
    if (found?.draft.submitter !== actor.partyId || !reaches(actor, found.draft.origin))
      throw problem('draft.not-found');
    const { draft, uploads, bodyHash } = found;
    if (bodyHash && !bodyHash.equals(idempotency.bodyHash)) throw problem('request.idempotency-key-reused');
    if (draft.dossierId === null && draft.expiresAt <= this.clock.now()) throw problem('draft.not-found');
    const values = await this.vault.openRows(found.values);
    const answersIn = (valueId: string): Answers => {
      const value = values.get(valueId);
      return (value && !value.erased ? value.value : {}) as Answers;
    };
    return { draft, uploads, answers: answersIn(draft.draftId), prefilled: answersIn(draft.prefillValueId) };
  }

  mayFileFor(actor: FilingActor, draft: StoredDraft): Promise<boolean> {
    return this.sources.parties.mayActFor(actor, draft.owner);
  }

  async factsFor(draft: StoredDraft): Promise<SubmissionFacts> {
    const procedure = await this.sources.procedures.version(draft.procedureCode, draft.procedureVersion);
    const tree = await this.sources.units.tree();
    const now = this.clock.iso();
    // The reception clock runs on the province's calendar; the competent unit's own calendar starts at reception.
    const [root] = tree.all();
    const calendar = await this.sources.calendars.get(root?.calendarId ?? '');
    return { procedure, calendar, tree, now, today: localDate(new Date(now)) };
  }

  seal(owner: PartyId, answers: SealableJson): Promise<SealedValue> {
    return this.vault.seal(owner, 'answers', answers);
  }

  /**
   * Whether this filing is the one that counts.
   *
   * @throws Problem `dossier.external-code-taken`
   */
  async commit(filing: {
    events: readonly DossierEvent[];
    sealed: readonly SealedValue[];
    idempotency: IdempotencyRequest;
    draft: StoredDraft;
  }): Promise<boolean> {
    const result = await this.stream.commit({ before: null, ...filing });
    if (result.kind === 'lost' && result.constraint === 'dossiers_external_code_unique')
      throw problem('dossier.external-code-taken', { code: filing.draft.origin?.externalCode ?? '' });
    return result.kind === 'committed';
  }

  receiptFor(state: DossierState, receptionDueAt: string): Promise<SubmissionReceipt> {
    return this.receipts.of(state, receptionDueAt);
  }

  /** The receipt as it was at the filing, whatever happened since. */
  async receiptOf(dossierId: DossierId): Promise<SubmissionReceipt> {
    const [first] = await this.stream.events(dossierId);
    const loaded = await this.stream.load(dossierId);
    if (first?.type !== 'dossier-submitted' || !loaded) throw problem('dossier.not-found');
    const { answers, attachments, units, reception } = first.payload;
    return this.receipts.of({ ...loaded.state, answers, attachments, units }, reception.dueAt);
  }

  /**
   * Answers a filing that was not the first: with what was filed, or with why nothing was.
   *
   * @throws Problem `draft.stale`, `request.idempotency-key-reused`
   */
  async receiptOfDraft(
    actor: FilingActor,
    read: StoredDraft,
    idempotency: IdempotencyRequest,
  ): Promise<SubmissionReceipt> {
    const { draft } = await this.open(actor, read.draftId, idempotency);
    if (draft.dossierId !== null) return this.receiptOf(draft.dossierId);
    if (draft.version !== read.version) throw problem('draft.stale', { version: draft.version });
    throw problem('system.unavailable');
  }
}

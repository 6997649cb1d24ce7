import { Injectable } from '@nestjs/common';
import type { Answers, DraftView } from '@mocua/contract';
import { registersOf } from '@mocua/engine/eform';
import { PartyDirectory } from '@mocua/server/identity';
import { Clock, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { type FilingActor, reaches } from '../../domain/filing-origin';
import { DraftStore, type StoredDraft } from '../../persistence/draft-store';
import { RegisterData, type RegisterStanding } from '../../persistence/register-data';
import { AttachmentNames } from '../attachment-names';

/** Finds drafts for those who may see them, and shows them. */
@Injectable()
export class DraftAccess {
  constructor(
    private readonly drafts: DraftStore,
    private readonly vault: SubjectVault,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly names: AttachmentNames,
    private readonly registers: RegisterData,
    private readonly clock: Clock,
  ) {}

  /** A draft of the person who wrote it. @throws Problem `draft.not-found` for anybody else's, and for an expired one */
  async require(actor: FilingActor, draftId: string): Promise<StoredDraft> {
    const draft = await this.drafts.find(draftId);
    if (draft?.submitter !== actor.partyId || !reaches(actor, draft.origin)) throw problem('draft.not-found');
    if (draft.dossierId === null && draft.expiresAt <= this.clock.now()) throw problem('draft.not-found');
    return draft;
  }

  /** @throws Problem `draft.already-submitted` */
  async requireOpen(actor: FilingActor, draftId: string): Promise<StoredDraft> {
    const draft = await this.require(actor, draftId);
    if (draft.dossierId !== null) throw problem('draft.already-submitted');
    return draft;
  }

  async answers(draft: StoredDraft): Promise<Answers> {
    return ((await this.vault.open(draft.draftId)) ?? {}) as Answers;
  }

  async prefilled(draft: StoredDraft): Promise<Answers> {
    return ((await this.vault.open(draft.prefillValueId)) ?? {}) as Answers;
  }

  async view(draft: StoredDraft): Promise<DraftView> {
    const [procedure, answers, uploads, ownerName, standings] = await Promise.all([
      this.procedures.version(draft.procedureCode, draft.procedureVersion),
      this.answers(draft),
      this.drafts.uploadsOf({ draftId: draft.draftId }),
      this.parties.displayName(draft.owner),
      this.registers.ofDraft(draft.draftId),
    ]);
    return {
      draftId: draft.draftId,
      version: draft.version,
      procedure: { code: procedure.code, name: procedure.entry.name, version: procedure.version },
      form: procedure.form,
      answers,
      provenance: draft.provenance,
      registers: registerStates(procedure, standings),
      components: requirementsOf(procedure),
      attachments: await this.names.viewsOf(uploads),
      actingFor: { partyId: draft.owner, displayName: ownerName, kind: draft.ground },
      savedAt: draft.savedAt.toISOString(),
      expiresAt: draft.expiresAt.toISOString(),
      dossierId: draft.dossierId,
    };
  }
}

function registerStates(
  { compiledForm }: PublishedProcedure,
  standings: readonly RegisterStanding[],
): DraftView['registers'] {
  return registersOf(compiledForm).map(({ register, whenDown, components }) => ({
    register,
    state: standings.find((standing) => standing.register === register)?.state ?? 'to-ask',
    whenDown,
    components: [...components],
  }));
}

function requirementsOf(procedure: PublishedProcedure): DraftView['components'] {
  return procedure.components.map(({ code, name, hint, visibleWhen, requiredWhen, maxFiles }) => ({
    code,
    name,
    hint,
    visible: visibleWhen,
    required: requiredWhen,
    maxFiles,
  }));
}

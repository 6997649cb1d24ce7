import { Injectable } from '@nestjs/common';
import type { DraftId, PartyId } from '@mocua/contract';
import { fillFromProfile, type Prefilled } from '@mocua/engine/eform';
import { type CitizenActor, Clock, newId } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import type { FilingOrigin } from '../../domain/filing-origin';
import { ProfileAnswerSource } from '../../domain/profile-answers';
import { DraftStore } from '../../persistence/draft-store';

/** Days a draft is kept after it was opened. */
const draftDays = 30;

export interface DraftToBegin {
  readonly owner: PartyId;
  readonly submitter: PartyId;
  readonly ground: CitizenActor['ground'];
  readonly procedure: PublishedProcedure;
  /** Answers that are known from the start, with where they come from. */
  readonly filled: Prefilled;
  readonly origin: FilingOrigin | null;
  /** Fixed id for a filing that may arrive again; left out, a new one is made. */
  readonly draftId?: DraftId;
}

/** Writes a new draft, whichever channel it is for. */
@Injectable()
export class BeginDraft {
  constructor(
    private readonly drafts: DraftStore,
    private readonly vault: SubjectVault,
    private readonly profile: ProfileAnswerSource,
    private readonly clock: Clock,
  ) {}

  /** @throws a unique violation `drafts_pkey` when a draft with the fixed id exists */
  async execute({ procedure, filled: given, ...draft }: DraftToBegin): Promise<DraftId> {
    // What somebody else files for them, or passes on, is not filled with what they keep for themselves.
    const filled =
      draft.origin === null
        ? fillFromProfile(procedure.compiledForm, given, await this.profile.of(draft.submitter))
        : given;
    const now = this.clock.now();
    const draftId = draft.draftId ?? newId<DraftId>(now);
    const known = filled.answers as SealableJson;
    const answers = await this.vault.seal(draft.owner, 'draft-answers', known, draftId);
    const prefilled = await this.vault.seal(draft.owner, 'draft-prefill', known);
    await this.drafts.insert(
      {
        ...draft,
        draftId,
        procedureCode: procedure.code,
        procedureVersion: procedure.version,
        version: 1,
        provenance: filled.provenance,
        prefillValueId: prefilled.valueId,
        savedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + draftDays * 86_400_000).toISOString(),
      },
      [answers, prefilled],
    );
    return draftId;
  }
}

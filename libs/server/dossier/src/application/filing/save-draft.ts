import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf, saveDraft } from '@mocua/contract';
import { markEdited, validateAnswers } from '@mocua/engine/eform';
import { Clock, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import type { FilingActor } from '../../domain/filing-origin';
import { DraftStore } from '../../persistence/draft-store';
import { fieldProblems } from '../field-problems';
import { DraftAccess } from './draft-access';

/** Saves the answers as they stand; incomplete is fine, unknown or ill-typed is not. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly procedures: PublishedProcedures,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: FilingActor,
    { params, body }: InputOf<typeof saveDraft>,
  ): Promise<ResponseOf<typeof saveDraft>> {
    const draft = await this.access.requireOpen(actor, params.draftId);
    if (draft.version !== body.version) throw problem('draft.stale', { version: draft.version });
    const procedure = await this.procedures.version(draft.procedureCode, draft.procedureVersion);
    const prefilled = await this.access.prefilled(draft);
    const checked = validateAnswers(
      procedure.compiledForm,
      body.answers,
      { today: this.clock.today() },
      'draft',
      { prefilled },
    );
    if (!checked.ok) throw problem('eform.invalid', {}, fieldProblems(checked.problems));

    const sealed = await this.vault.seal(
      draft.owner,
      'draft-answers',
      checked.answers as SealableJson,
      draft.draftId,
    );
    const provenance = markEdited(draft.provenance, prefilled, checked.answers);
    const savedAt = this.clock.iso();
    if (
      !(await this.drafts.save(draft, body.version, sealed, { ...draft.provenance, ...provenance }, savedAt))
    ) {
      throw problem('draft.stale', { version: draft.version });
    }
    return { version: body.version + 1, savedAt };
  }
}

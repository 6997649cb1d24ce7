import { Injectable } from '@nestjs/common';
import type { Answers, FeePreview, InputOf, previewDraftFees } from '@mocua/contract';
import { validateAnswers } from '@mocua/engine/eform';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import { feePreviewOf, type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { DraftAccess } from './draft-access';

/** Tells what filing a draft as it stands would cost, before anything is paid. */
@Injectable()
export class PreviewFees {
  constructor(
    private readonly access: DraftAccess,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `draft.not-found` */
  async execute(actor: CitizenActor, { params }: InputOf<typeof previewDraftFees>): Promise<FeePreview> {
    const draft = await this.access.require(actor, params.draftId);
    const [procedure, answers, prefilled, owner] = await Promise.all([
      this.procedures.version(draft.procedureCode, draft.procedureVersion),
      this.access.answers(draft),
      this.access.prefilled(draft),
      this.parties.kindOf(draft.owner),
    ]);
    const today = this.clock.today();
    return feePreviewOf(procedure, counted(procedure, answers, prefilled, today), {
      date: today,
      channel: 'online',
      identityLevel: actor.identityLevel,
      isOrganisation: owner === null ? null : owner === 'organisation',
    });
  }
}

/** Answers as they would be filed: computed ones filled in, hidden ones left out. */
function counted(
  { compiledForm }: PublishedProcedure,
  answers: Answers,
  prefilled: Answers,
  today: string,
): Answers {
  const options = { prefilled, hidden: 'drop' as const };
  const checked = validateAnswers(compiledForm, answers, { today }, 'draft', options);
  // A draft was checked when it was saved; should a day have made it wrong, what was written still counts.
  return checked.ok ? checked.answers : answers;
}

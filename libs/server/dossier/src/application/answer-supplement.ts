import { Injectable } from '@nestjs/common';
import type { Answers, answerSupplement, InputOf } from '@mocua/contract';
import { type DossierState, openSupplement, type Supplement } from '@mocua/engine/dossier';
import { mergeSupplement, restrictTo, validateAnswers } from '@mocua/engine/eform';
import { type CitizenActor, Clock, type IdempotencyRequest, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import { DraftStore } from '../persistence/draft-store';
import { AssessFee } from './assess-fee';
import { requireCitizen } from './authorise';
import { CommandRunner } from './command-runner';
import { fieldProblems } from './field-problems';

/** Answers a supplement request: what was not asked for cannot change. */
@Injectable()
export class AnswerSupplement {
  constructor(
    private readonly commands: CommandRunner,
    private readonly drafts: DraftStore,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
    private readonly fees: AssessFee,
  ) {}

  execute(
    actor: CitizenActor,
    { params, body }: InputOf<typeof answerSupplement>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireCitizen(actor, 'act'),
      prepare: async ({ state, procedure }) => {
        const supplement = openSupplement(state);
        if (supplement?.supplementId !== body.supplementId || supplement.state !== 'sent')
          throw problem('supplement.not-open');
        const answers = await this.mergedAnswers(state, procedure, supplement, body.answers);
        const uploads = await this.drafts.uploadsOf({ dossierId: state.dossierId });
        const attachments = uploads.filter((file) => body.attachments.includes(file.attachmentId));
        if (attachments.length !== new Set(body.attachments).size) throw problem('attachment.not-found');
        const sealed = await this.vault.seal(state.people.owner, 'answers', answers as SealableJson);
        return {
          fee: await this.fees.afterChange(state, procedure, answers),
          command: {
            type: 'answer-supplement',
            supplementId: body.supplementId,
            answers: { valueId: sealed.valueId, digest: sealed.digest },
            attachments,
          },
          sealed: [sealed],
        };
      },
    });
  }

  private async mergedAnswers(
    state: DossierState,
    procedure: PublishedProcedure,
    supplement: Supplement,
    given: Answers,
  ): Promise<Answers> {
    const before = await this.vault.open<Readonly<Record<string, SealableJson>>>(state.answers.valueId);
    const asked = supplement.items.filter((item) => item.kind === 'field').map((item) => item.ref);
    const restricted = restrictTo(procedure.compiledForm, asked);
    const merged = mergeSupplement((before ?? {}) as Answers, given, restricted.open);
    if (!merged.ok) throw problem('supplement.not-asked', {}, fieldProblems(merged.problems));
    const options = { hidden: 'drop' as const };
    const checked = validateAnswers(
      restricted,
      merged.answers,
      { today: this.clock.today() },
      'submission',
      options,
    );
    if (!checked.ok) throw problem('eform.invalid', {}, fieldProblems(checked.problems));
    return checked.answers;
  }
}

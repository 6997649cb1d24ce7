import { Injectable } from '@nestjs/common';
import type { Answers, editDossier, InputOf, UnitFilter } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { validateAnswers } from '@mocua/engine/eform';
import { UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, type IdempotencyRequest, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import { AssessFee } from './assess-fee';
import { requireCitizen } from './authorise';
import { CommandRunner } from './command-runner';
import { fieldProblems } from './field-problems';

/** Changes the answers of a filed dossier until the decision. Who is competent cannot be edited: that would be another filing. */
@Injectable()
export class EditDossier {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
    private readonly fees: AssessFee,
  ) {}

  execute(
    actor: CitizenActor,
    { params, body }: InputOf<typeof editDossier>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireCitizen(actor, 'act'),
      prepare: async ({ state, procedure }) => {
        const answers = await this.checked(state, procedure, body.answers);
        const sealed = await this.vault.seal(state.people.owner, 'answers', answers as SealableJson);
        return {
          fee: await this.fees.afterChange(state, procedure, answers),
          command: { type: 'edit', answers: { valueId: sealed.valueId, digest: sealed.digest } },
          sealed: [sealed],
        };
      },
    });
  }

  private async checked(
    state: DossierState,
    procedure: PublishedProcedure,
    given: Answers,
  ): Promise<Answers> {
    const today = this.clock.today();
    const before = ((await this.vault.open(state.answers.valueId)) ?? {}) as Answers;
    const tree = await this.units.tree();
    const options = {
      unitExists: (unitId: string, filter: UnitFilter) =>
        tree.options(filter, today).some((option) => option.unit.unitId === unitId),
      // What came from the identity stays what it was.
      prefilled: before,
      hidden: 'drop' as const,
    };
    const result = validateAnswers(procedure.compiledForm, given, { today }, 'submission', options);
    if (!result.ok) throw problem('eform.invalid', {}, fieldProblems(result.problems));
    const { competent } = procedure.entry.unitFields;
    if (competent !== null && result.answers[competent] !== before[competent]) {
      const message = 'Muốn đổi cơ quan giải quyết, hãy rút hồ sơ này và nộp hồ sơ mới.';
      throw problem('eform.invalid', {}, [{ path: competent, code: 'locked', message }]);
    }
    return result.answers;
  }
}

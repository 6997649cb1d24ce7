import { Injectable } from '@nestjs/common';
import type { DraftView, fillFromRegisters, InputOf } from '@mocua/contract';
import { fillFromRegister, type RegisterAnswer, type RegisterAsked, registersOf } from '@mocua/engine/eform';
import { Clock, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import type { FilingActor } from '../../domain/filing-origin';
import { declaredPerson } from '../../domain/declared-person';
import type { StoredDraft } from '../../persistence/draft-store';
import { RegisterData, type RegisterOutcome, type RegisterStanding } from '../../persistence/register-data';
import { DraftAccess } from './draft-access';
import { RegisterLookups } from './register-lookups';

/** A register that was down is not asked again for the same draft before this long. */
const restMs = 5_000;
/** The person may save while a register answers; then the answer is put into what was saved. */
const attempts = 3;

/**
 * Asks the registers that a form names and fills in what they know. What a register has answered is not asked again; one
 * that is down leaves the draft as it is, with the mode that the form declares recorded.
 *
 * @legal NĐ 118/2025 Điều 4(2a)
 */
@Injectable()
export class FillFromRegisters {
  constructor(
    private readonly access: DraftAccess,
    private readonly procedures: PublishedProcedures,
    private readonly standings: RegisterData,
    private readonly lookups: RegisterLookups,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `draft.not-found`, `draft.already-submitted`, `draft.stale`, `privacy.no-basis`, `privacy.consent-needed` */
  async execute(actor: FilingActor, { params }: InputOf<typeof fillFromRegisters>): Promise<DraftView> {
    const draft = await this.access.requireOpen(actor, params.draftId);
    const procedure = await this.procedures.version(draft.procedureCode, draft.procedureVersion);
    const known = await this.standings.ofDraft(draft.draftId);
    const toAsk = registersOf(procedure.compiledForm).filter((asked) => this.isDue(asked, known));
    const declared = draft.origin?.assisted
      ? declaredPerson(procedure.compiledForm, await this.access.prefilled(draft))
      : null;
    const answered = await Promise.all(toAsk.map((asked) => this.lookups.ask(draft, asked, declared)));
    for (const { outcome, answer } of answered) {
      if (answer === null) await this.standings.note(draft.draftId, outcome, this.clock.iso());
      else await this.fill(actor, draft.draftId, procedure, outcome, answer);
    }
    return this.access.view(await this.access.require(actor, draft.draftId));
  }

  private isDue({ register }: RegisterAsked, known: readonly RegisterStanding[]): boolean {
    const standing = known.find((each) => each.register === register);
    if (standing === undefined) return true;
    return standing.state === 'down' && this.clock.now().getTime() - standing.askedAt.getTime() >= restMs;
  }

  private async fill(
    actor: FilingActor,
    draftId: string,
    procedure: PublishedProcedure,
    outcome: RegisterOutcome,
    answer: RegisterAnswer,
  ): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const draft = await this.access.requireOpen(actor, draftId);
      const [answers, prefilled] = await Promise.all([
        this.access.answers(draft),
        this.access.prefilled(draft),
      ]);
      const { provenance } = draft;
      const filled = fillFromRegister(procedure.compiledForm, answer, { answers, prefilled, provenance });
      const values = {
        answers: await this.seal(draft, 'draft-answers', filled.answers, draft.draftId),
        prefilled: await this.seal(draft, 'draft-prefill', filled.prefilled, draft.prefillValueId),
        provenance: filled.provenance,
      };
      if (await this.standings.fill(draft, outcome, values, this.clock.iso())) return;
    }
    throw problem('draft.stale', {});
  }

  private seal(draft: StoredDraft, kind: string, value: object, valueId: string) {
    return this.vault.seal(draft.owner, kind, value as SealableJson, valueId);
  }
}

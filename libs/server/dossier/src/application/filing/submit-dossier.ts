import { Injectable } from '@nestjs/common';
import type {
  Answers,
  DossierId,
  InputOf,
  SubmissionReceipt,
  submitDossier,
  UnitFilter,
  UnitId,
} from '@mocua/contract';
import {
  type AttachmentRef,
  countsAsReused,
  decideSubmit,
  type DossierState,
  evolve,
  type SubmitCommand,
  type ValueRef,
} from '@mocua/engine/dossier';
import { validateAnswers } from '@mocua/engine/eform';
import { settleRules } from '@mocua/engine/process';
import { isValidOn, type UnitTree } from '@mocua/server/identity';
import { type IdempotencyRequest, newId, Problem, problem } from '@mocua/server/kernel';
import type { SealableJson } from '@mocua/server/personal-data';
import { type PublishedProcedure, requiredComponents } from '@mocua/server/procedure';
import { type FilingActor, type FilingOrigin, originOf } from '../../domain/filing-origin';
import { StoredPapers } from '../../domain/stored-papers';
import { referredUnit } from '../../domain/unit-reference';
import { transactionCode } from '../../domain/transaction-code';
import type { StoredDraft } from '../../persistence/draft-store';
import { AssessFee } from '../assess-fee';
import { eventActor } from '../event-actor';
import { fieldProblems } from '../field-problems';
import { SettledRegisters } from './settled-registers';
import { type OpenedDraft, SubmissionDesk, type SubmissionFacts } from './submission-desk';

/** Files a draft as a dossier. However often and under whatever keys it is asked, one draft becomes one dossier. */
@Injectable()
export class SubmitDossier {
  constructor(
    private readonly desk: SubmissionDesk,
    private readonly fees: AssessFee,
    private readonly registers: SettledRegisters,
    private readonly papers: StoredPapers,
  ) {}

  async execute(
    actor: FilingActor,
    { params, body }: InputOf<typeof submitDossier>,
    idempotency: IdempotencyRequest,
  ): Promise<SubmissionReceipt> {
    const opened = await this.desk.open(actor, params.draftId, idempotency);
    const { draft } = opened;
    if (draft.dossierId !== null) return this.desk.receiptOf(draft.dossierId);
    if (draft.version !== body.version) throw problem('draft.stale', { version: draft.version });
    if (!(await this.desk.mayFileFor(actor, draft))) throw problem('party.not-represented');

    const facts = await this.desk.factsFor(draft);
    const answers = checkedAnswers(opened, facts);
    const uploads = filesAskedFor(opened.uploads, answers, facts);
    await this.registers.require(draft, facts.procedure, opened.uploads);
    await this.papers.requireUsable(uploads, draft);
    const sealed = await this.desk.seal(draft.owner, answers as SealableJson);
    const reference = { valueId: sealed.valueId, digest: sealed.digest };
    const command = commandFor(actor, draft, { answers, reference, uploads }, facts);
    const { procedure, calendar, now } = facts;
    const fee = await this.fees.atFiling({ ...command, submittedAt: now }, procedure, answers);
    const decision = decideSubmit(command, {
      now,
      actor: eventActor(actor),
      rules: settleRules(procedure.rules, answers),
      calendar,
      process: procedure.process,
      fee: fee?.assessed ?? null,
    });
    if (!decision.ok)
      throw new Problem(decision.problem.code, decision.problem.params, decision.problem.fields);
    const { events } = decision;
    const state = events.reduce<DossierState | null>(evolve, null);
    const first = await this.desk.commit({
      events,
      sealed: fee ? [sealed, fee.sealed] : [sealed],
      idempotency,
      draft,
    });
    if (first && state?.reception) return this.desk.receiptFor(state, state.reception.dueAt);
    // Somebody was faster with the same draft: answer with what they filed.
    return this.desk.receiptOfDraft(actor, draft, idempotency);
  }
}

/** What is filed, checked. */
interface Filing {
  readonly answers: Answers;
  readonly reference: ValueRef;
  readonly uploads: readonly AttachmentRef[];
}

function commandFor(
  actor: FilingActor,
  draft: StoredDraft,
  { answers, reference, uploads }: Filing,
  { procedure, tree, now, today }: SubmissionFacts,
): SubmitCommand {
  const origin = originOf(actor, draft.origin);
  return {
    type: 'submit',
    dossierId: newId<DossierId>(new Date(now)),
    transactionCode: transactionCode(today),
    draftId: draft.draftId,
    channel: origin.channel,
    sourceSystem: origin.sourceSystem,
    externalCodes: origin.externalCode === null ? [] : [origin.externalCode],
    procedure: { code: procedure.code, version: procedure.version, hash: procedure.hash },
    people: { submitter: draft.submitter, owner: draft.owner, ground: draft.ground },
    units: unitsOf(procedure, answers, tree, { today, origin }),
    answers: reference,
    attachments: uploads,
    facts: {
      identityVerified: actor.identityLevel === 'L2' || actor.identityLevel === 'ORG',
      reusedComponents: new Set(uploads.filter(countsAsReused).map((file) => file.componentCode)).size,
    },
    parentId: null,
  };
}

/** @throws Problem `eform.invalid` with every field that is not right */
function checkedAnswers(
  { answers, prefilled }: OpenedDraft,
  { procedure, tree, today }: SubmissionFacts,
): Answers {
  const unitExists = (unitId: string, filter: UnitFilter): boolean =>
    tree.options(filter, today).some((option) => option.unit.unitId === unitId);
  const options = { unitExists, prefilled, hidden: 'drop' as const };
  const checked = validateAnswers(procedure.compiledForm, answers, { today }, 'submission', options);
  if (!checked.ok) throw problem('eform.invalid', {}, fieldProblems(checked.problems));
  return checked.answers;
}

/** Files that the answers ask for; others stay behind with the draft. @throws Problem `attachment.missing` */
function filesAskedFor(
  uploads: readonly AttachmentRef[],
  answers: Answers,
  { procedure, today }: SubmissionFacts,
): readonly AttachmentRef[] {
  const needs = requiredComponents(procedure.components, answers, today);
  const missing = needs.filter(
    ({ required, component }) => required && !uploads.some((file) => file.componentCode === component.code),
  );
  if (missing.length > 0) {
    const message = 'Hãy tải lên giấy tờ này.';
    throw problem(
      'attachment.missing',
      {},
      missing.map(({ component }) => ({ path: component.code, code: 'required', message })),
    );
  }
  const asked = new Set(needs.filter((need) => need.visible).map((need) => need.component.code));
  return uploads.filter((file) => asked.has(file.componentCode));
}

/**
 * The unit the form names decides. The centre where an officer helps receives, else the one where the applicant fetches the
 * result, else the one in front of the competent unit. Reception does not depend on boundaries.
 *
 * @legal NĐ 118/2025 Điều 14(2)
 */
function unitsOf(
  procedure: PublishedProcedure,
  answers: Answers,
  tree: UnitTree,
  { today, origin }: { readonly today: string; readonly origin: FilingOrigin },
): SubmitCommand['units'] {
  const { competent: competentField, returnAt } = procedure.entry.unitFields;
  const { competentUnit } = procedure.entry;
  const competent =
    competentUnit === undefined
      ? (answers[competentField ?? ''] as UnitId)
      : referredUnit(competentUnit, answers, tree, today);
  const assistedAt = origin.assisted?.unitId ?? null;
  const fetchedAt = returnAt === null ? undefined : (answers[returnAt] as UnitId | undefined);
  const chosen = assistedAt ?? fetchedAt;
  const unit = chosen === undefined ? null : tree.find(chosen);
  const home = competent && tree.oneStopOf(competent, today);
  if (!home)
    throw problem('unit.not-found', {}, [
      { path: competentField ?? '', code: 'unknown', message: 'Hãy chọn lại cơ quan.' },
    ]);
  const boundaryFree = procedure.entry.boundaryFree !== 'none' && unit !== null && isValidOn(unit, today);
  return { assistedAt, receiving: boundaryFree ? unit.unitId : home.unitId, competent };
}

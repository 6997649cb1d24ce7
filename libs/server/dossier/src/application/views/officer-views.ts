import { Injectable } from '@nestjs/common';
import type { Answers, OfficerDossierView, TaskView } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { processDiagram } from '@mocua/engine/process';
import type { OfficerActor } from '@mocua/server/kernel';
import { AccessScope, type ReadingPurpose } from '@mocua/server/personal-data';
import { isTaskOf, officerActions } from '../../domain/policy';
import { printedText } from '../../domain/printed-text';
import { returnWishOf } from '../../domain/return-wish';
import { StoredPapers } from '../../domain/stored-papers';
import { DossierStream } from '../../persistence/dossier-stream';
import { assignmentOf } from '../authorise';
import { hasGrounds } from '../finance/payment-grounds';
import { summaryOf } from './citizen-views';
import { DossierReader, feeView, type OpenedDossier, readValue, unitName } from './dossier-reader';
import { paymentRequestsView } from './payment-requests-view';

/** Why an officer of a role opens a dossier. */
function purposeOf(actor: OfficerActor, state: DossierState): ReadingPurpose {
  switch (assignmentOf(actor).role) {
    case 'inspector':
      return 'inspection';
    case 'leader':
      return 'dossier-approval';
    case 'clerk':
      return 'dossier-issuing';
    case 'specialist':
      return 'dossier-processing';
    default:
      return state.processing === 'done' || state.processing === 'returned'
        ? 'result-return'
        : 'dossier-reception';
  }
}

/** Shows a dossier to an officer. The vault records every showing before it happens, and the person can see it. */
@Injectable()
export class OfficerViews {
  constructor(
    private readonly reader: DossierReader,
    private readonly stream: DossierStream,
    private readonly access: AccessScope,
    private readonly papers: StoredPapers,
  ) {}

  async detail(actor: OfficerActor, state: DossierState): Promise<OfficerDossierView> {
    this.access.because(purposeOf(actor, state));
    const opened = await this.reader.open(state, 'officer');
    const loaded = await this.stream.load(state.dossierId);
    const { procedure, tree, names } = opened;
    const { documents, attachments } = await this.withRevocations(opened);
    const { submitter, owner, ground } = state.people;
    const { needsAction: _citizenOnly, ...summary } = summaryOf(state, procedure, names.get(owner) ?? '');
    const { receiving, competent } = state.units;
    return {
      ...summary,
      version: state.version,
      finance: state.finance,
      fee: feeView(opened),
      paymentRequests: paymentRequestsView(opened),
      receptionDueAt: state.reception?.dueAt ?? null,
      receivingUnit: { unitId: receiving, name: unitName(tree, receiving) },
      competentUnit: { unitId: competent, name: unitName(tree, competent) },
      due: state.due,
      timeline: [...opened.timeline],
      supplement: opened.supplement,
      documents,
      form: procedure.form,
      answers: opened.answers,
      attachments,
      people: {
        submitter: { partyId: submitter, name: names.get(submitter) ?? '' },
        owner: { partyId: owner, name: names.get(owner) ?? '' },
        subject: subjectOf(opened),
        ground,
      },
      channel: state.channel,
      actions: officerActions(actor, state, tree, hasGrounds(procedure)),
      tasks: state.processing === 'processing' ? tasksOf(actor, opened) : [],
      process: state.process && processDiagram(procedure.process, state.process),
      supplementRequests: state.supplements.length,
      headHash: loaded?.headHash ?? '',
      returnWish: returnWishOf(procedure.form, opened.answers, procedure.entry.returnMethodField),
    };
  }

  /** Results and reused papers with what their issuers said of them since. */
  private async withRevocations({
    state,
    documents,
    attachments,
  }: OpenedDossier): Promise<Pick<OfficerDossierView, 'documents' | 'attachments'>> {
    const papers = new Map(state.attachments.map((file) => [file.attachmentId, file.reused?.paperId]));
    const results = documents.filter((each) => each.kind === 'result').map((each) => each.documentId);
    const paperIds = [...papers.values()].filter((paperId) => paperId !== undefined);
    if (paperIds.length + results.length === 0)
      return { documents: [...documents], attachments: [...attachments] };
    const found = await this.papers.revocations(paperIds, results);
    const marked = <T>(each: T, id: string | undefined): T => {
      const revoked = found.get(id ?? '');
      return revoked === undefined ? each : { ...each, revoked };
    };
    return {
      documents: documents.map((each) => marked(each, each.documentId)),
      attachments: attachments.map((each) => marked(each, papers.get(each.attachmentId))),
    };
  }
}

/** Whom the result is about, where the procedure says that this is not the owner. */
function subjectOf({ procedure, answers }: OpenedDossier): OfficerDossierView['people']['subject'] {
  const { subjectName } = procedure.entry;
  const name = subjectName === undefined ? null : printedText(subjectName, answers);
  return name === null ? null : { name };
}

function tasksOf(actor: OfficerActor, opened: OpenedDossier): TaskView[] {
  const { state, procedure, values, tree } = opened;
  const assignment = assignmentOf(actor);
  return state.tasks.flatMap((task): TaskView[] => {
    const open = state.process?.openTasks.find((each) => each.key === task.key);
    const definition = open && procedure.tasks[open.formId];
    if (!open || !definition) return [];
    return [
      {
        taskId: task.taskId,
        nodeId: task.nodeId,
        name: open.name,
        role: task.role,
        unitId: task.unitId,
        form: definition.form,
        values: (readValue(values, state.taskValues[task.nodeId]) ?? {}) as Answers,
        outcomes: definition.outcomes.map(({ code, label, commentRequired }) => ({
          code,
          label,
          commentRequired,
        })),
        dueAt: state.due?.dueAt ?? null,
        system: open.system ?? null,
        mine: isTaskOf(task, assignment, tree),
      },
    ];
  });
}

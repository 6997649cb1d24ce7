import {
  type Answers,
  completeTask,
  downloadOfficerDocument,
  getOfficerDossier,
  type OfficerDossierView,
  openDraft,
  receiveDossier,
  returnResult,
  saveDraft,
  submitDossier,
  type SubmissionReceipt,
  type UnitId,
  uploadToDraft,
} from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import { demoAssignments } from '@mocua/server/identity/demo';
import type { PackageCases, PackageSource } from '@mocua/server/procedure';
import { type ApiHarness, ok, type Session } from './api-harness';
import { payWhatIsDue } from './money-relay';
import { smallPdf } from './filing.builder';

type AnswerCase = PackageCases['answers'][number];
type PathCase = PackageCases['paths'][number];

/** Units of the demo province that stand for those a case invented. */
const unitsFor: Readonly<Record<string, string>> = {
  'register-keeper': 'dong-sen',
  'local-committee': 'dong-sen',
  'one-stop-centre': 'dong-sen-centre',
  branch: 'land-registry-dong-sen',
};

/** Takes dossiers of any package from a draft to their end, with the people of the demo province. */
export class PackageRoad {
  private readonly officers = new Map<string, Promise<Session>>();

  constructor(
    private readonly api: ApiHarness,
    private readonly source: PackageSource,
    private readonly applicant: Session,
  ) {}

  /** Files the answers of a case, with every paper they ask for. */
  async file(answerCase: AnswerCase): Promise<SubmissionReceipt> {
    const { api, applicant: as } = this;
    const { code } = this.source.entry;
    const draft = ok(await api.call(openDraft, { as, body: { procedureCode: code, startNew: true } }));
    const params = { draftId: draft.draftId };
    const answers = { ...this.inTheProvince(answerCase.answers), ...draft.answers };
    const saved = ok(await api.call(saveDraft, { as, params, body: { version: draft.version, answers } }));
    for (const component of answerCase.requiredComponents) {
      const query = { component, fileName: 'giấy tờ.pdf' };
      ok(await api.call(uploadToDraft, { as, params, query, file: smallPdf }));
    }
    return ok(await api.call(submitDossier, { as, params, body: { version: saved.version } }));
  }

  /** Receives it and takes the steps of a path. Answers how it then stands, as the one-stop sees it. */
  async walk(receipt: SubmissionReceipt, path: PathCase): Promise<OfficerDossierView> {
    const { api } = this;
    const params = { dossierId: receipt.dossierId };
    const oneStop = await this.officer('one-stop-officer', receipt.receivingUnit.unitId);
    await payWhatIsDue(api, receipt.dossierId);
    const { version } = ok(await api.call(getOfficerDossier, { as: oneStop, params }));
    const received = ok(await api.call(receiveDossier, { as: oneStop, params, body: { version } }));
    await this.takeSteps(received, path);
    return ok(await api.call(getOfficerDossier, { as: oneStop, params }));
  }

  /** Takes the steps of a path with whoever has to. */
  async takeSteps(from: OfficerDossierView, path: PathCase): Promise<OfficerDossierView> {
    const { api } = this;
    const params = { dossierId: from.dossierId };
    let view = from;
    for (const { task: nodeId, outcome, values } of path.steps) {
      const open = view.tasks.find((task) => task.nodeId === nodeId);
      if (!open) throw new Error(`${nodeId} is not open: ${JSON.stringify(view.tasks)}`);
      const as = await this.officer(open.role, open.unitId);
      const comment = { comment: 'Đề nghị xem lại.' };
      const said = this.withItsOwnNumber(view, nodeId, this.inTheProvince(values));
      const body = { version: view.version, outcome, values: said, ...comment };
      view = ok(await api.call(completeTask, { as, params: { ...params, taskId: open.taskId }, body }));
    }
    return view;
  }

  /** The first bytes of every paper of the dossier. */
  async printed(view: OfficerDossierView, unitId: UnitId): Promise<Readonly<Record<string, string>>> {
    const as = await this.officer('one-stop-officer', unitId);
    const papers: Record<string, string> = {};
    for (const { documentId, kind } of view.documents) {
      const params = { dossierId: view.dossierId, documentId };
      const { raw } = await this.api.call(downloadOfficerDocument, { as, params });
      papers[kind] = raw.subarray(0, 5).toString();
    }
    return papers;
  }

  async handOver({ dossierId }: OfficerDossierView, unitId: UnitId): Promise<string> {
    await payWhatIsDue(this.api, dossierId);
    const as = await this.officer('one-stop-officer', unitId);
    const view = ok(await this.api.call(getOfficerDossier, { as, params: { dossierId } }));
    const answer = await this.api.call(returnResult, {
      as,
      params: { dossierId },
      body: { version: view.version, method: 'counter', receiverName: 'Trần Văn Lâm', relation: 'owner' },
    });
    return answer.status === 200 ? answer.body.state : answer.problem.code;
  }

  private officer(role: string, unitId: UnitId): Promise<Session> {
    const assignment = demoAssignments.find(
      (each) => each.role === role && demoUnitId(each.unit) === unitId && each.standsInFor === undefined,
    );
    if (!assignment) throw new Error(`nobody is ${role} of ${unitId}`);
    const { person, key } = assignment;
    const known = this.officers.get(key) ?? this.api.officer(person, key);
    this.officers.set(key, known);
    return known;
  }

  /** A number is given once, and cases write the same one for every dossier. */
  private withItsOwnNumber({ dossierId }: OfficerDossierView, nodeId: string, values: Answers): Answers {
    const issued = this.source.outgoing?.find(({ task }) => task === nodeId)?.issued.values ?? {};
    const field = Object.keys(issued).find((name) => issued[name]?.trim() === 'number');
    const written = field === undefined ? undefined : values[field];
    if (field === undefined || typeof written !== 'string') return values;
    const own = String(Number.parseInt(dossierId.slice(-8), 16));
    return { ...values, [field]: written.replace(/^\d+/u, own) };
  }

  /** The answers with units that exist; cases are written for any province. */
  private inTheProvince(answers: Answers): Answers {
    const fields = [this.source.form, ...this.source.tasks.flatMap((task) => task.form ?? [])]
      .flatMap((form) => form.pages)
      .flatMap((page) => page.sections)
      .flatMap((section) => section.fields);
    const units = fields.flatMap((field) =>
      field.type === 'unit' && field.id in answers
        ? [[field.id, demoUnitId(unitsFor[field.filter] ?? '')] as const]
        : [],
    );
    return { ...answers, ...Object.fromEntries(units) };
  }
}

import {
  answerSupplement,
  completeTask,
  confirmSupplement,
  type DossierId,
  type HandoverView,
  listHandovers,
  requestSupplement,
  sendSupplement,
} from '@mocua/contract';
import { OutboxRelay } from '@mocua/server/kernel';
import { SectorRelays, SettleSteps } from '@mocua/server/sector';
import { ok, type Session } from './api-harness';
import { type OpenedWorld, openWorld, type Step, StepWorld } from './step-world';

/** What the business-registration system of the sandbox holds of a step. */
export interface CaseOverThere {
  readonly handed: Readonly<Record<string, unknown>>;
  readonly takenBack: boolean;
  readonly files: readonly { readonly sha256: string }[];
  readonly news: readonly Readonly<Record<string, unknown>>[];
}

/** Steps of the business-registration system. */
export class SectorWorld extends StepWorld<HandoverView> {
  private constructor(
    opened: OpenedWorld,
    readonly taxOffice: Session,
  ) {
    super(opened);
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<SectorWorld> {
    const opened = await openWorld('1.001612/v2', environment);
    return new SectorWorld(opened, await opened.api.officer('thue', 'tax-specialist'));
  }

  /** A dossier that stands before the step of the business-registration system. */
  async dossierAtStep(withPaper = false): Promise<Step> {
    const { road } = this;
    const { answers, paths } = this.source.cases;
    const answerCase = answers.find(({ requiredComponents: [paper], problems }) =>
      problems.length > 0 ? false : withPaper ? paper === 'authorisation-paper' : paper === undefined,
    );
    const [path] = paths;
    if (!answerCase || !path) throw new Error('the package has no such case');
    const receipt = await road.file(answerCase);
    const view = await road.walk(receipt, { ...path, steps: path.steps.slice(0, 1) });
    const step = view.tasks.find(({ nodeId }) => nodeId === 'tax-code');
    if (!step) throw new Error('the step is not open');
    return { dossierId: receipt.dossierId, taskId: step.taskId };
  }

  override async round(): Promise<number> {
    let done = 0;
    for (const relay of this.api.get(SectorRelays).all)
      done += await this.api.get(OutboxRelay).deliverChunks(relay);
    return done + (await this.api.get(SettleSteps).round());
  }

  async handover({ dossierId }: { dossierId: DossierId }): Promise<HandoverView | undefined> {
    const { items } = ok(await this.api.call(listHandovers, { as: this.oneStop, params: { dossierId } }));
    return items.at(-1);
  }

  protected override shown(at: Step): Promise<HandoverView | undefined> {
    return this.handover(at);
  }

  /** Asks the person for another capital by the usual commands, and takes the answer. */
  async supplement(
    { dossierId }: { dossierId: DossierId },
    capital: number,
    meanwhile: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const { api, oneStop, person } = this;
    const params = { dossierId };
    const specialist = await api.officer('tuan', 'dong-sen-specialist');
    const items = [{ kind: 'field' as const, ref: 'capital', instruction: 'Hãy ghi lại cho đúng.' }];
    const { version } = await this.view(dossierId);
    const body = { version, reason: 'Cơ quan thuế yêu cầu ghi lại.', items };
    const prepared = ok(await api.call(requestSupplement, { as: specialist, params, body }));
    const supplementId = prepared.supplement?.supplementId;
    if (!supplementId) throw new Error('nothing was prepared');
    const toSend = { version: prepared.version, supplementId };
    const sent = ok(await api.call(sendSupplement, { as: oneStop, params, body: toSend }));
    await meanwhile();
    const answer = { version: sent.version, supplementId, answers: { capital }, attachments: [] };
    const answered = ok(await api.call(answerSupplement, { as: person, params, body: answer }));
    const verdict = { version: answered.version, supplementId, complete: true };
    ok(await api.call(confirmSupplement, { as: oneStop, params, body: verdict }));
  }

  /** What the tax office tries to do with the step here. */
  async enter(
    { dossierId, taskId }: Step,
    byHand?: { number: string; issuedOn: string; issuer: string; reason: string },
  ) {
    const { version } = await this.view(dossierId);
    const values = {
      numberGiven: 'yes',
      businessCode: '0990000177',
      businessCodeDate: '2026-11-16',
      taxOffice: 'Thuế tỉnh Sông Ngân',
    };
    return this.api.call(completeTask, {
      as: this.taxOffice,
      params: { dossierId, taskId: taskId as never },
      body: { version, outcome: 'submit', values, ...(byHand ? { byHand } : {}) },
    });
  }

  override overThere(taskId: string): Promise<CaseOverThere> {
    return this.held(`sector/ho-so/${taskId}`);
  }

  /** What an officer does over there: fills in the page of the case. */
  say(taskId: string, form: Readonly<Record<string, string>>): Promise<void> {
    const usual = { agency: 'Thuế tỉnh Sông Ngân', issuedOn: '2026-11-16' };
    return this.fill(`sector/ho-so/${taskId}`, { ...usual, ...form });
  }
}

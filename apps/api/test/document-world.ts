import { setTimeout as pause } from 'node:timers/promises';
import {
  completeTask,
  listOutgoingDocuments,
  type OfficerDossierView,
  type OutgoingDocumentView,
} from '@mocua/contract';
import { SettleSubmissions, SubmitDraft } from '@mocua/server/document-management';
import { demoPartyId, demoUnitId } from '@mocua/server/identity';
import { OutboxRelay } from '@mocua/server/kernel';
import { Credentials } from '@mocua/server/signing';
import { ok, type Session } from './api-harness';
import { type OpenedWorld, openWorld, type Step, StepWorld } from './step-world';

/** What the document management system of the sandbox holds of a draft. */
export interface DocumentOverThere {
  readonly handed: Readonly<Record<string, unknown>> & { readonly LanTrinh: number };
  readonly takenBack: boolean;
  readonly number: { readonly number: number; readonly register: string } | null;
  readonly files: readonly { readonly sha256: string; readonly size: number }[];
  readonly news: readonly Readonly<Record<string, unknown>>[];
}

/** Day on which the cases of the package are walked: what was posted in the week is over. */
export const fridayMorning = '2026-11-20T01:00:00.000Z';

type Doing = 'DA_KY' | 'DA_CAP_SO' | 'DA_PHAT_HANH' | 'TRA_LAI';

/** Drafts in the document management system. */
export class DocumentWorld extends StepWorld<OutgoingDocumentView> {
  private given = 400;

  private constructor(
    opened: OpenedWorld,
    readonly clerk: Session,
  ) {
    super(opened);
  }

  static async start(): Promise<DocumentWorld> {
    const opened = await openWorld('1.001776/v2', {}, fridayMorning);
    return new DocumentWorld(opened, await opened.api.officer('bao', 'dong-sen-clerk'));
  }

  /** A dossier that was approved, or whose refusal was, and stands before the step of the system. */
  async approved(document: 'decision' | 'refusal' = 'decision'): Promise<Step> {
    const receipt = await this.road.file(this.answers);
    const view = await this.road.walk(receipt, this.before(document));
    return { dossierId: receipt.dossierId, taskId: this.stepOf(view, document) };
  }

  /** From now on the leader signs from afar what is issued here. */
  async leaderSignsFromAfar(): Promise<void> {
    const holder = { partyId: demoPartyId('phuc'), unitId: demoUnitId('dong-sen') };
    await this.api.get(Credentials).give(holder, 'CTS-phuc', this.api.clock.now());
  }

  /** Takes the steps from the verification to the approval once more. */
  async approveAgain({ dossierId }: Pick<Step, 'dossierId'>): Promise<Step> {
    const view = await this.road.takeSteps(await this.view(dossierId), this.before('decision'));
    return { dossierId, taskId: this.stepOf(view, 'decision') };
  }

  override async round(): Promise<number> {
    const { api } = this;
    const sent = await api.get(OutboxRelay).deliverChunks(api.get(SubmitDraft));
    return sent + (await api.get(SettleSubmissions).round());
  }

  /** Waits until so much was told of a document; a message may come later than what it led to. */
  async untilTold(at: Step, count: number): Promise<OutgoingDocumentView> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      const document = await this.document(at);
      if (document?.news.length === count) return document;
      await pause(20);
    }
    throw new Error(`not told ${count} times: ${JSON.stringify((await this.document(at))?.news)}`);
  }

  async document({ dossierId, taskId }: Step): Promise<OutgoingDocumentView | undefined> {
    const call = { as: this.oneStop, params: { dossierId } };
    const { items } = ok(await this.api.call(listOutgoingDocuments, call));
    return items.find((each) => each.taskId === taskId);
  }

  protected override shown(at: Step): Promise<OutgoingDocumentView | undefined> {
    return this.document(at);
  }

  /** A number that nobody gave yet. */
  nextNumber(): string {
    this.given += 1;
    return `${this.given}/QĐ-UBND`;
  }

  /** What the clerk tries to do with the step here. */
  async enter({ dossierId, taskId }: Step, reason?: string, issueNumber = this.nextNumber()) {
    const { version } = await this.view(dossierId);
    const values = { issued: 'yes', issueNumber, issueDate: '2026-11-16' };
    return this.api.call(completeTask, {
      as: this.clerk,
      params: { dossierId, taskId: taskId as never },
      body: {
        version,
        outcome: 'submit',
        values,
        ...(reason === undefined ? {} : { numberedHere: { reason } }),
      },
    });
  }

  override overThere(taskId: string): Promise<DocumentOverThere> {
    return this.held(`qlvb/van-ban/${taskId}`);
  }

  /** Issues the document over there as a file with such a signature. */
  async issueWith(at: Step, signature: 'holds' | 'none' | 'foreign' | 'broken'): Promise<void> {
    await this.act(at, 'DA_KY', 'DA_CAP_SO');
    const form = { kind: 'DA_PHAT_HANH', on: '2026-11-16', text: '', signature };
    await this.fill(`qlvb/van-ban/${at.taskId}`, form);
  }

  /** What a leader or a clerk does over there, on the page of the document. */
  async act({ taskId }: Step, ...doings: readonly Doing[]): Promise<void> {
    for (const kind of doings) {
      const text = kind === 'TRA_LAI' ? 'Ghi lại căn cứ ban hành.' : '';
      await this.fill(`qlvb/van-ban/${taskId}`, { kind, on: '2026-11-16', text });
    }
  }

  private get answers() {
    const found = this.source.cases.answers.find(
      ({ problems, requiredComponents }) => problems.length === 0 && requiredComponents.length === 0,
    );
    if (!found) throw new Error('the package has no such case');
    return found;
  }

  /** The way up to the approval. */
  private before(document: 'decision' | 'refusal') {
    const [last, ends] =
      document === 'decision' ? ['issue-decision', 'positive'] : ['issue-refusal', 'negative'];
    const path = this.source.cases.paths.find((each) => each.ends === ends);
    if (!path) throw new Error('the package has no such way');
    return {
      ...path,
      steps: path.steps.slice(
        0,
        path.steps.findIndex(({ task }) => task === last),
      ),
    };
  }

  private stepOf({ tasks }: OfficerDossierView, document: 'decision' | 'refusal'): string {
    const step = tasks.find(({ nodeId }) => nodeId === `issue-${document}`);
    if (!step) throw new Error('the step is not open');
    return step.taskId;
  }
}

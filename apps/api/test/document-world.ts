import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  completeTask,
  type DossierId,
  getOfficerDossier,
  listOutgoingDocuments,
  type OfficerDossierView,
  type OutgoingDocumentView,
  type OutgoingStanding,
} from '@mocua/contract';
import { SettleSubmissions, SubmitDraft } from '@mocua/server/document-management';
import { demoPartyId, demoUnitId } from '@mocua/server/identity';
import { OutboxRelay, workspaceRoot } from '@mocua/server/kernel';
import { type PackageSource, PublishPackage, readPackageFolder } from '@mocua/server/procedure';
import { Credentials } from '@mocua/server/signing';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the document management system of the sandbox, which no program of ours may reach
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox';
import { ApiHarness, ok, type Session } from './api-harness';
import { PackageRoad } from './package-road';

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

/** A step of the document management system. */
export interface Step {
  readonly dossierId: DossierId;
  readonly taskId: string;
}

type Doing = 'DA_KY' | 'DA_CAP_SO' | 'DA_PHAT_HANH' | 'TRA_LAI';

/** An API that listens, the document management system of a real sandbox that reaches it, and the duties of the worker between them. */
export class DocumentWorld {
  private constructor(
    readonly api: ApiHarness,
    readonly sandbox: Sandbox,
    private readonly source: PackageSource,
    readonly person: Session,
    readonly oneStop: Session,
    readonly clerk: Session,
  ) {}

  static async start(): Promise<DocumentWorld> {
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const portal = `http://localhost:${port}`;
    const api = await ApiHarness.start({ PUBLIC_ORIGIN: portal, SANDBOX_PORT: String(sandboxPort) });
    api.clock.set(fridayMorning);
    const sandbox = await startSandbox({
      port: sandboxPort,
      dataDir: api.dataDir,
      clientSecret: 'a-secret-of-this-test',
      portalOrigins: [portal],
    });
    await api.app.listen(port, '127.0.0.1');
    const folder = join(workspaceRoot(), 'procedures/1.001776/v2');
    const published = await api.get(PublishPackage).fromFolder(folder);
    const read = await readPackageFolder(folder);
    if (!published.ok || !read.ok) throw new Error('the package is not published');
    const [person, oneStop, clerk] = await Promise.all([
      api.citizen('lam'),
      api.officer('hanh', 'dong-sen-one-stop'),
      api.officer('bao', 'dong-sen-clerk'),
    ]);
    return new DocumentWorld(api, sandbox, read.source as unknown as PackageSource, person, oneStop, clerk);
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

  /** One round of everything the worker does for documents. */
  async round(): Promise<number> {
    const { api } = this;
    const sent = await api.get(OutboxRelay).deliverChunks(api.get(SubmitDraft));
    return sent + (await api.get(SettleSubmissions).round());
  }

  /** Rounds until a document stands so; time passes in between. */
  async until(at: Step, wanted: OutgoingStanding, forward = 0): Promise<OutgoingDocumentView> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      await this.round();
      const document = await this.document(at);
      if (document?.standing === wanted) return document;
      if (forward > 0) this.api.clock.advance({ seconds: forward });
      await pause(20);
    }
    throw new Error(`it stands ${(await this.document(at))?.standing ?? 'nowhere'}, not ${wanted}`);
  }

  /** Rounds until the step of the system is done here. */
  async untilCompleted({ dossierId, taskId }: Step): Promise<OfficerDossierView> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      await this.round();
      const view = await this.view(dossierId);
      if (!view.tasks.some((task) => task.taskId === taskId)) return view;
      await pause(20);
    }
    throw new Error('the step was not completed');
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

  async view(dossierId: DossierId): Promise<OfficerDossierView> {
    return ok(await this.api.call(getOfficerDossier, { as: this.oneStop, params: { dossierId } }));
  }

  /** What the clerk tries to do with the step here. */
  async enter({ dossierId, taskId }: Step, reason?: string) {
    const { version } = await this.view(dossierId);
    const values = { issued: 'yes', issueNumber: '7/QĐ-UBND', issueDate: '2026-11-16' };
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

  async overThere(taskId: string): Promise<DocumentOverThere> {
    const answer = await fetch(`${this.sandbox.origin}/qlvb/van-ban/${taskId}?format=json`);
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
    return (await answer.json()) as DocumentOverThere;
  }

  /** What a leader or a clerk does over there, on the page of the document. */
  async act({ taskId }: Step, ...doings: readonly Doing[]): Promise<void> {
    for (const kind of doings) {
      const text = kind === 'TRA_LAI' ? 'Ghi lại căn cứ ban hành.' : '';
      const answer = await fetch(`${this.sandbox.origin}/qlvb/van-ban/${taskId}`, {
        method: 'POST',
        body: new URLSearchParams({ kind, on: '2026-11-16', text }),
        redirect: 'manual',
      });
      if (answer.status !== 303) throw new Error(`the page answered ${answer.status} to ${kind}`);
    }
  }

  async script(area: 'qlvb' | 'qlvb-out', steps: readonly object[]): Promise<void> {
    const body = JSON.stringify({ area, steps });
    const answer = await fetch(`${this.sandbox.origin}/faults`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.api.close();
  }

  private get road(): PackageRoad {
    return new PackageRoad(this.api, this.source, this.person);
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

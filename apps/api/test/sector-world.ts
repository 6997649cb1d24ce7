import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerSupplement,
  completeTask,
  confirmSupplement,
  type DossierId,
  getOfficerDossier,
  type HandoverView,
  listHandovers,
  type OfficerDossierView,
  requestSupplement,
  type SectorStanding,
  sendSupplement,
} from '@mocua/contract';
import { OutboxRelay, workspaceRoot } from '@mocua/server/kernel';
import { type PackageSource, PublishPackage, readPackageFolder } from '@mocua/server/procedure';
import { SectorRelays, SettleSteps } from '@mocua/server/sector';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the sector systems of the sandbox, which no program of ours may reach
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox';
import { ApiHarness, ok, type Session } from './api-harness';
import { PackageRoad } from './package-road';

/** What the business-registration system of the sandbox holds of a step. */
export interface CaseOverThere {
  readonly handed: Readonly<Record<string, unknown>>;
  readonly takenBack: boolean;
  readonly files: readonly { readonly sha256: string }[];
  readonly news: readonly Readonly<Record<string, unknown>>[];
}

/** An API that listens, the sector systems of a real sandbox that reach it, and the duties of the worker between them. */
export class SectorWorld {
  private constructor(
    readonly api: ApiHarness,
    readonly sandbox: Sandbox,
    private readonly source: PackageSource,
    readonly person: Session,
    readonly oneStop: Session,
    readonly taxOffice: Session,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<SectorWorld> {
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const portal = `http://localhost:${port}`;
    const api = await ApiHarness.start({
      PUBLIC_ORIGIN: portal,
      SANDBOX_PORT: String(sandboxPort),
      ...environment,
    });
    const sandbox = await startSandbox({
      port: sandboxPort,
      dataDir: api.dataDir,
      clientSecret: 'a-secret-of-this-test',
      portalOrigins: [portal],
    });
    await api.app.listen(port, '127.0.0.1');
    const folder = join(workspaceRoot(), 'procedures/1.001612/v2');
    const published = await api.get(PublishPackage).fromFolder(folder);
    const read = await readPackageFolder(folder);
    if (!published.ok || !read.ok) throw new Error('the package is not published');
    const [person, oneStop, taxOffice] = await Promise.all([
      api.citizen('lam'),
      api.officer('hanh', 'dong-sen-one-stop'),
      api.officer('thue', 'tax-specialist'),
    ]);
    return new SectorWorld(api, sandbox, read.source as unknown as PackageSource, person, oneStop, taxOffice);
  }

  /** A dossier that stands before the step of the business-registration system. */
  async dossierAtStep(withPaper = false): Promise<{ dossierId: DossierId; taskId: string }> {
    const road = new PackageRoad(this.api, this.source, this.person);
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

  /** One round of everything the worker does for sector systems. */
  async round(): Promise<number> {
    let done = 0;
    for (const relay of this.api.get(SectorRelays).all)
      done += await this.api.get(OutboxRelay).deliverChunks(relay);
    return done + (await this.api.get(SettleSteps).round());
  }

  /** Rounds until a step stands so; time passes in between. */
  async until(at: { dossierId: DossierId }, wanted: SectorStanding, forward = 0): Promise<HandoverView> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      await this.round();
      const view = await this.handover(at);
      if (view?.standing === wanted) return view;
      if (forward > 0) this.api.clock.advance({ seconds: forward });
      await pause(20);
    }
    throw new Error(`it stands ${(await this.handover(at))?.standing ?? 'nowhere'}, not ${wanted}`);
  }

  /** Rounds until the step of the system is done here. */
  async untilCompleted({
    dossierId,
    taskId,
  }: {
    dossierId: DossierId;
    taskId: string;
  }): Promise<OfficerDossierView> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      await this.round();
      const view = await this.view(dossierId);
      if (!view.tasks.some((task) => task.taskId === taskId)) return view;
      await pause(20);
    }
    throw new Error('the step was not completed');
  }

  async handover({ dossierId }: { dossierId: DossierId }): Promise<HandoverView | undefined> {
    const { items } = ok(await this.api.call(listHandovers, { as: this.oneStop, params: { dossierId } }));
    return items.at(-1);
  }

  async view(dossierId: DossierId): Promise<OfficerDossierView> {
    return ok(await this.api.call(getOfficerDossier, { as: this.oneStop, params: { dossierId } }));
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
    { dossierId, taskId }: { dossierId: DossierId; taskId: string },
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

  async overThere(taskId: string): Promise<CaseOverThere> {
    const answer = await fetch(`${this.sandbox.origin}/sector/ho-so/${taskId}?format=json`);
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
    return (await answer.json()) as CaseOverThere;
  }

  /** What an officer does over there: fills in the page of the case. */
  async say(taskId: string, form: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${this.sandbox.origin}/sector/ho-so/${taskId}`, {
      method: 'POST',
      body: new URLSearchParams({ agency: 'Thuế tỉnh Sông Ngân', issuedOn: '2026-11-16', ...form }),
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`the page answered ${answer.status}`);
  }

  async script(area: 'sector' | 'sector-out', steps: readonly object[]): Promise<void> {
    const body = JSON.stringify({ area, steps });
    const answer = await fetch(`${this.sandbox.origin}/faults`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.api.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

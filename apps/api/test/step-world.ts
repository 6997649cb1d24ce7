import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DossierId, getOfficerDossier, type OfficerDossierView } from '@mocua/contract';
import { workspaceRoot } from '@mocua/server/kernel';
import { type PackageSource, PublishPackage, readPackageFolder } from '@mocua/server/procedure';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the systems of the sandbox, which no program of ours may reach
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox';
import { ApiHarness, ok, type Session } from './api-harness';
import { PackageRoad } from './package-road';

/** A step of a dossier that another system has. */
export interface Step {
  readonly dossierId: DossierId;
  readonly taskId: string;
}

export interface OpenedWorld {
  readonly api: ApiHarness;
  readonly sandbox: Sandbox;
  readonly source: PackageSource;
  readonly person: Session;
  readonly oneStop: Session;
}

/** @param folder - of the package; @param at - when it is in the world */
export async function openWorld(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  at?: string,
): Promise<OpenedWorld> {
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const portal = `http://localhost:${port}`;
  const api = await ApiHarness.start({
    PUBLIC_ORIGIN: portal,
    SANDBOX_PORT: String(sandboxPort),
    ...environment,
  });
  if (at !== undefined) api.clock.set(at);
  const sandbox = await startSandbox({
    port: sandboxPort,
    dataDir: api.dataDir,
    clientSecret: 'a-secret-of-this-test',
    portalOrigins: [portal],
  });
  await api.app.listen(port, '127.0.0.1');
  const path = join(workspaceRoot(), 'procedures', folder);
  const published = await api.get(PublishPackage).fromFolder(path);
  const read = await readPackageFolder(path);
  if (!published.ok || !read.ok) throw new Error('the package is not published');
  const [person, oneStop] = await Promise.all([api.citizen('lam'), api.officer('hanh', 'dong-sen-one-stop')]);
  return { api, sandbox, source: read.source as unknown as PackageSource, person, oneStop };
}

/** An API that listens, a real sandbox whose systems reach it, and the duties of the worker between them. */
export abstract class StepWorld<View extends { readonly standing: string }> {
  readonly api: ApiHarness;
  readonly sandbox: Sandbox;
  readonly person: Session;
  readonly oneStop: Session;
  protected readonly source: PackageSource;

  protected constructor(opened: OpenedWorld) {
    this.api = opened.api;
    this.sandbox = opened.sandbox;
    this.source = opened.source;
    this.person = opened.person;
    this.oneStop = opened.oneStop;
  }

  /** One round of everything the worker does for such steps. */
  abstract round(): Promise<number>;

  /** What officers see of a step. */
  protected abstract shown(at: Step): Promise<View | undefined>;

  /** Rounds until a step stands so; time passes in between. */
  async until(at: Step, wanted: View['standing'], forward = 0): Promise<View> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      await this.round();
      const view = await this.shown(at);
      if (view?.standing === wanted) return view;
      if (forward > 0) this.api.clock.advance({ seconds: forward });
      await pause(20);
    }
    throw new Error(`it stands ${(await this.shown(at))?.standing ?? 'nowhere'}, not ${wanted}`);
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

  /** What the other system has of a step. */
  abstract overThere(taskId: string): Promise<{ readonly takenBack: boolean }>;

  /** Rounds until the other system knows that it shall not go on. */
  async untilTakenBack({ taskId }: Step): Promise<void> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      await this.round();
      if ((await this.overThere(taskId)).takenBack) return;
      await pause(20);
    }
    throw new Error('the other system was never told that it is taken back');
  }

  async view(dossierId: DossierId): Promise<OfficerDossierView> {
    return ok(await this.api.call(getOfficerDossier, { as: this.oneStop, params: { dossierId } }));
  }

  /** How a part of the sandbox fails from now on. */
  async script(area: string, steps: readonly object[]): Promise<void> {
    const body = JSON.stringify({ area, steps });
    const answer = await fetch(`${this.sandbox.origin}/faults`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.api.close();
  }

  protected get road(): PackageRoad {
    return new PackageRoad(this.api, this.source, this.person);
  }

  /** What a system of the sandbox holds of a step. */
  protected async held<Held>(path: string): Promise<Held> {
    const answer = await fetch(`${this.sandbox.origin}/${path}?format=json`);
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
    return (await answer.json()) as Held;
  }

  /** What somebody does over there, on the page of the step. */
  protected async fill(path: string, form: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${this.sandbox.origin}/${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`the page answered ${answer.status} to ${form['kind']}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AllowedAddresses } from '@mocua/lgsp/client';
import { openNationalPortal } from '@mocua/lgsp/national-portal';
import { openReporting } from '@mocua/lgsp/reporting';
import { StoredPapersModule } from '@mocua/server/data-store';
import { DossierModule, DossierStream } from '@mocua/server/dossier';
import { DocumentModule } from '@mocua/server/document';
import { DocumentStepsModule } from '@mocua/server/document-management';
import { IdentityModule } from '@mocua/server/identity';
import { demoProvince } from '@mocua/server/identity/demo';
import { KernelModule, loadConfig, OutboxRelay, workspaceRoot } from '@mocua/server/kernel';
import { NationalPortalModule, Reconcile, TellPortal } from '@mocua/server/national-portal';
import { BlindIndex, PersonalDataModule, SubjectVault } from '@mocua/server/personal-data';
import { ProcedureModule, PublishPackage } from '@mocua/server/procedure';
import { ReportingModule } from '@mocua/server/reporting';
import { SectorStepsModule } from '@mocua/server/sector';
import { SignaturesModule } from '@mocua/server/signing';
import { openProcess, type OpenedProcess } from '@mocua/server/runtime';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import type { FaultStep } from '../../src/faults/fault-modes';
// eslint-disable-next-line @nx/enforce-module-boundaries -- test code of the engine, which tells lives of dossiers
import { mondayMorning } from '../../../../libs/engine/dossier/test/dossier-story';

@Module({})
class World {}

const secret = 'a-secret-of-this-test';

/** An outage is over soon in a test. */
const limits = {
  connectMs: 500,
  readMs: 250,
  totalMs: 1_500,
  firstWaitMs: 1,
  openMs: 20,
  answerBytes: 1024 * 1024,
};

/** What the portal of the sandbox holds of a dossier. */
export interface Told {
  readonly code: string;
  readonly dossier: Readonly<Record<string, unknown>> | null;
  readonly progress: readonly Readonly<Record<string, string>>[];
}

/** Our outbound side on a real database, against the portal of a real sandbox, with a clock the test moves. */
export class PortalWorld {
  private constructor(
    readonly db: TestDatabase,
    readonly clock: MovingClock,
    readonly sandbox: Sandbox,
    private readonly app: INestApplicationContext,
    private readonly parts: OpenedProcess,
    private readonly dataDir: string,
  ) {}

  static async start(): Promise<PortalWorld> {
    const db = await startTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'mocua-portal-'));
    const clock = new MovingClock(mondayMorning);
    const sandbox = await startSandbox({ port: 0, dataDir, clientSecret: secret, portalOrigins: [] });
    const config = loadConfig({
      DATABASE_URL: db.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      NATIONAL_PORTAL_URL: `${sandbox.origin}/dvcqg/adapter`,
      NATIONAL_PORTAL_SECRET: secret,
      LGSP_URL: `${sandbox.origin}/lgsp`,
    });
    const parts = await openProcess('test', { config, clock });
    const { hostname, port } = new URL(sandbox.origin);
    const allowed = new AllowedAddresses([
      { host: hostname, port: Number(port), protocol: 'http:', privateNetworks: ['127.0.0.0/8', '::1/128'] },
    ]);
    const identity = { vault: SubjectVault, index: BlindIndex, province: demoProvince };
    const app = await NestFactory.createApplicationContext(
      {
        module: World,
        imports: [
          KernelModule.with(parts),
          PersonalDataModule,
          DocumentModule,
          IdentityModule.forWorker(identity),
          ProcedureModule.forWorker(),
          StoredPapersModule,
          SignaturesModule,
          SectorStepsModule,
          DocumentStepsModule,
          DossierModule,
          NationalPortalModule.with(({ nationalPortalUrl, nationalPortal: account }) =>
            openNationalPortal(
              {
                url: nationalPortalUrl,
                username: account.username,
                password: account.secret,
                unitCode: account.unit,
                destinationCode: account.destination,
                limits,
              },
              allowed,
            ),
          ),
          ReportingModule.forWorker(({ lgspUrl: baseUrl, lgspClientId: clientId, lgspClientSecret }) =>
            openReporting({ baseUrl, clientId, clientSecret: lgspClientSecret, limits }, allowed),
          ),
        ],
      },
      { logger: ['error'], abortOnError: false },
    );
    const published = await app
      .get(PublishPackage)
      .fromFolder(join(workspaceRoot(), 'procedures/2.000908/v1'));
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    return new PortalWorld(db, clock, sandbox, app, parts, dataDir);
  }

  get stream(): DossierStream {
    return this.app.get(DossierStream);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token);
  }

  /** Lets the portal answer so from now on. */
  faults(...steps: Partial<FaultStep>[]): Promise<void> {
    return this.faultsOf('dvcqg', ...steps);
  }

  async faultsOf(area: string, ...steps: Partial<FaultStep>[]): Promise<void> {
    const answer = await fetch(`${this.sandbox.origin}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ area, steps }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** One round of the relay. */
  round(): Promise<number> {
    return this.app.get(OutboxRelay).deliverChunks(this.app.get(TellPortal));
  }

  reconcile() {
    return this.app.get(Reconcile).execute();
  }

  /** Rounds until nothing is left that could be delivered; time passes whenever nothing is due. */
  async drain(longest = 400): Promise<void> {
    for (let round = 0; round < longest; round += 1) {
      if ((await this.round()) > 0) continue;
      if ((await this.waiting()) === 0) return;
      this.clock.advance({ seconds: 30 });
      // Lets the circuit close again; the snapshot horizon of other tests passes meanwhile.
      await pause(25);
    }
    throw new Error(`${await this.waiting()} messages still wait`);
  }

  /** Messages that can still be delivered: dead letters and what waits behind them cannot. */
  async waiting(): Promise<number> {
    const row = await this.db.database.one<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM kernel.outbox o WHERE destination = 'national-portal' AND state = 'pending'
          AND NOT EXISTS (SELECT 1 FROM kernel.outbox d WHERE d.lane = o.lane AND d.destination = o.destination AND d.state = 'dead')`,
    );
    return row?.waiting ?? 0;
  }

  /** Messages about these dossiers that were ever written. */
  async written(dossierIds: readonly string[]): Promise<number> {
    const row = await this.db.database.one<{ written: number }>(
      `SELECT count(*)::integer AS written FROM kernel.outbox WHERE destination = 'national-portal' AND lane = ANY($1::text[])`,
      [dossierIds],
    );
    return row?.written ?? 0;
  }

  async told(code: string): Promise<Told> {
    const answer = await fetch(`${this.sandbox.origin}/dvcqg/ho-so/${encodeURIComponent(code)}?format=json`);
    return (await answer.json()) as Told;
  }

  async toldAll(): Promise<readonly Told[]> {
    const answer = await fetch(`${this.sandbox.origin}/dvcqg?format=json`);
    return ((await answer.json()) as { items: Told[] }).items;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.parts.close();
    await this.sandbox.close();
    await this.db.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityModule, SeedDemoProvince } from '@mocua/server/identity';
import { demoProvince } from '@mocua/server/identity/demo';
import {
  AccessGuard,
  AgencyAuthenticator,
  createLogger,
  EndpointInterceptor,
  KernelModule,
  loadConfig,
  ProblemFilter,
  SystemClock,
} from '@mocua/server/kernel';
import { BlindIndex, PersonalDataModule, SubjectVault } from '@mocua/server/personal-data';
import { startTestDatabase, type TestDatabase } from '@mocua/testing';
import { type Sandbox, startSandbox } from '../src/sandbox';
import { freePort } from './free-port';

const clientSecret = 'secret-shared-in-this-test';

/** The identity routes of the portal and a real sandbox, both listening, on a database of their own. */
export class PortalHarness {
  private constructor(
    readonly portal: string,
    readonly sandbox: Sandbox,
    readonly db: TestDatabase,
    private readonly app: NestFastifyApplication,
    private readonly dataDir: string,
  ) {}

  static async start(): Promise<PortalHarness> {
    const dataDir = await mkdtemp(join(tmpdir(), 'mocua-sandbox-'));
    const db = await startTestDatabase();
    const port = await freePort();
    const portal = `http://localhost:${port}`;
    const sandbox = await startSandbox({ port: 0, dataDir, clientSecret, portalOrigins: [portal] });
    const config = loadConfig({
      DATABASE_URL: db.url,
      DATA_DIR: dataDir,
      PORT: String(port),
      VNEID_ISSUER: `${sandbox.origin}/vneid`,
      SSO_ISSUER: `${sandbox.origin}/sso`,
      OIDC_CLIENT_SECRET: clientSecret,
    });

    @Module({
      imports: [
        KernelModule.with({
          config,
          clock: new SystemClock(),
          logger: createLogger('test', 'silent'),
          database: db.database,
        }),
        PersonalDataModule,
        IdentityModule.forApi({ vault: SubjectVault, index: BlindIndex, province: demoProvince }),
      ],
      providers: [
        { provide: AgencyAuthenticator, useValue: { authenticate: () => Promise.resolve(null) } }, // no agencies here
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    })
    class PortalModule {}

    const app = await NestFactory.create<NestFastifyApplication>(PortalModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.listen(port, '127.0.0.1');
    await app.get(SeedDemoProvince, { strict: false }).execute();
    return new PortalHarness(portal, sandbox, db, app, dataDir);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  /** Sets the script of faults of an area of the sandbox. */
  async script(area: string, steps: readonly object[]): Promise<void> {
    const response = await fetch(`${this.sandbox.origin}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ area, steps }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.sandbox.close();
    await this.db.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

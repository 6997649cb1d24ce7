import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AccessGuard,
  AgencyAuthenticator,
  createLogger,
  EndpointInterceptor,
  KernelModule,
  loadConfig,
  ProblemFilter,
} from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { SignIn } from '../src/application/sign-in';
import { SeedDemoProvince } from '../src/application/seed-demo-province';
import { demoProvince } from '../src/demo/demo-province';
import { demoPeople } from '../src/demo/demo-people';
import { IdentityModule } from '../src/identity.module';
import type { SessionAudience } from '../src/persistence/session.store';
import { BlindIndex, SubjectVault } from '../src/ports';
import { MemoryVault, TestIndex } from './memory-vault';

/** A Tuesday morning in Vietnam. */
export const testStart = '2026-11-24T01:30:00Z';

/** The identity domain behind its real routes, on a database of its own, with a clock the test moves. */
export class IdentityHarness {
  private constructor(
    readonly db: TestDatabase,
    readonly clock: MovingClock,
    readonly vault: MemoryVault,
    readonly app: NestFastifyApplication,
  ) {}

  /** @param environment - overrides of the configuration */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<IdentityHarness> {
    const db = await startTestDatabase();
    const clock = new MovingClock(testStart);
    const vault = new MemoryVault();
    const kernel = KernelModule.with({
      config: loadConfig({ DATABASE_URL: db.url, ...environment }),
      clock,
      logger: createLogger('test', 'silent'),
      database: db.database,
    });
    const secrets = [
      { provide: MemoryVault, useValue: vault },
      { provide: TestIndex, useValue: new TestIndex() },
    ];
    @Module({ providers: secrets, exports: secrets })
    class SecretsModule {}

    @Module({
      imports: [
        kernel,
        { module: SecretsModule, global: true },
        IdentityModule.forApi({
          vault: MemoryVault as Type<SubjectVault>,
          index: TestIndex as Type<BlindIndex>,
          province: demoProvince,
        }),
      ],
      providers: [
        { provide: AgencyAuthenticator, useValue: { authenticate: () => Promise.resolve(null) } }, // no agencies here
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    })
    class RootModule {}

    const app = await NestFactory.create<NestFastifyApplication>(RootModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new IdentityHarness(db, clock, vault, app);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  async seed(): Promise<void> {
    await this.get(SeedDemoProvince).execute();
  }

  /** Signs a demo person in, past the identity provider; the cookie of the new session, or null when refused. */
  async signIn(key: string, audience: SessionAudience, previousToken?: string): Promise<string | null> {
    const person = demoPeople.find((candidate) => candidate.key === key);
    if (person?.personalId == null) throw new Error(`no demo person ${key}`);
    const result = await this.get(SignIn).execute({
      audience,
      provider: audience === 'citizen' ? 'vneid' : 'sso',
      identity: {
        kind: 'person',
        level: 'L2',
        displayName: person.name,
        identifiers: [{ kind: 'personal-id', value: person.personalId }],
        values: { fullName: person.name, personalId: person.personalId },
        account: { subject: key, type: '1', assurance: '2' },
      },
      idToken: 'id-token-of-the-provider',
      client: 'Chrome trên Linux',
      previousToken,
    });
    return result.ok ? result.token : null;
  }

  /** Calls a route as the holder of a session. */
  async call(
    method: 'GET' | 'POST',
    path: string,
    {
      token,
      audience = 'citizen',
      headers = {},
      body,
    }: {
      token?: string | null;
      audience?: SessionAudience | 'kiosk';
      headers?: Record<string, string>;
      body?: object;
    } = {},
  ) {
    const response = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, ...(token ? { cookie: `mocua_${audience}=${token}` } : {}) },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: response.statusCode,
      body: response.json<Record<string, unknown>>(),
      headers: response.headers,
    };
  }

  async csrfToken(token: string, audience: SessionAudience | 'kiosk'): Promise<string> {
    const { body } = await this.call('GET', `/session?audience=${audience}`, { token, audience });
    if (typeof body['csrfToken'] !== 'string') throw new Error('no session');
    return body['csrfToken'];
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.close();
  }
}

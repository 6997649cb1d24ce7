import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { BodyOf, Endpoint, ParamsOf, ProblemDocument, QueryOf, ResponseOf } from '@mocua/contract';
import { SeedDemoProvince, SignIn, demoAssignmentId, demoPartyId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { loadConfig, workspaceRoot } from '@mocua/server/kernel';
import { SeedCashDesks } from '@mocua/server/payment';
import { PublishPackage } from '@mocua/server/procedure';
import { openProcess, type OpenedProcess } from '@mocua/server/runtime';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { createApi } from '../src/create-api';

/** Monday 16 November 2026, 08:05 in Vietnam. */
export const mondayMorning = '2026-11-16T01:05:00.000Z';

/** A signed-in person: sends cookie, CSRF token and the headers that say on whose behalf. */
export interface Session {
  readonly audience: 'citizen' | 'officer' | 'kiosk';
  readonly token: string;
  readonly csrf: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly problem: ProblemDocument;
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface CallInput<E> {
  readonly as?: Session;
  readonly params?: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  readonly body?: BodyOf<E>;
  /** Sent as the raw body of an upload. */
  readonly file?: Buffer;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another process of the same installation; default: the one of the harness. */
  readonly through?: NestFastifyApplication;
}

/** The body of an answer that must be a success. */
export function ok<T>({ status, body, problem }: Answer<T>): T {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(problem)}`);
  return body;
}

/** An HTTP request as it goes over the wire. */
export interface WireRequest {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: Buffer | object;
}

/** The request that calls an endpoint. */
export function wireRequest<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}): WireRequest {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/gu, (_match, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const query = new URLSearchParams(
    Object.entries((input.query ?? {}) as Record<string, string>).map(([k, v]): [string, string] => [
      k,
      String(v),
    ]),
  );
  const { as } = input;
  const json = input.file || endpoint.method === 'GET' ? {} : { 'content-type': 'application/json' };
  return {
    method: endpoint.method,
    url: `/api/v1${path}${query.size > 0 ? `?${query.toString()}` : ''}`,
    headers: {
      ...(as ? { cookie: `mocua_${as.audience}=${as.token}`, 'x-csrf-token': as.csrf, ...as.headers } : {}),
      ...(endpoint.idempotent ? { 'idempotency-key': input.key ?? randomUUID() } : {}),
      ...(input.file ? { 'content-type': 'application/octet-stream' } : json),
      ...input.headers,
    },
    ...(input.file
      ? { payload: input.file }
      : endpoint.method === 'GET'
        ? {}
        : { payload: (input.body ?? {}) as object }),
  };
}

/** The whole API on a database of its own, seeded with the demo province, with a clock the test moves. */
export class ApiHarness {
  private constructor(
    readonly db: TestDatabase,
    readonly clock: MovingClock,
    readonly app: NestFastifyApplication,
    readonly parts: OpenedProcess,
    readonly dataDir: string,
    /** Settings of a further process of this installation. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  private readonly others: (() => Promise<void>)[] = [];

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<ApiHarness> {
    const db = await startTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'mocua-api-'));
    const clock = new MovingClock(mondayMorning);
    const settings = {
      DATABASE_URL: db.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      RATE_LIMIT: 'off',
      ...environment,
    };
    const config = loadConfig(settings);
    const parts = await openProcess('test', { config, clock });
    const app = await createApi(parts);
    const harness = new ApiHarness(db, clock, app, parts, dataDir, settings);
    await harness.get(SeedDemoProvince).execute();
    await harness.get(SeedCashDesks).execute(clock.today());
    const published = await harness
      .get(PublishPackage)
      .fromFolder(join(workspaceRoot(), 'procedures/2.000908/v1'));
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
    return harness;
  }

  get<T>(token: new (...args: never[]) => T): T {
    return this.app.get<T>(token, { strict: false });
  }

  /** Signs a demo person in, past the identity provider. */
  async signIn(
    key: string,
    audience: 'citizen' | 'officer',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Session> {
    const person = demoPeople.find((each) => each.key === key);
    if (person?.personalId == null) throw new Error(`no demo person ${key}`);
    const result = await this.get(SignIn).execute({
      audience,
      provider: audience === 'citizen' ? 'vneid' : 'sso',
      identity: {
        kind: 'person',
        level: 'L2',
        displayName: person.name,
        identifiers: [{ kind: 'personal-id', value: person.personalId }],
        values: {
          fullName: person.name,
          personalId: person.personalId,
          birthDate: person.birthDate,
          address: `${person.address.detail}, ${person.address.commune}, ${person.address.province}`,
          ...(person.phone ? { phone: person.phone } : {}),
        },
        account: { subject: key, type: '1', assurance: '2' },
      },
      idToken: null,
      client: 'Chrome trên Linux',
      previousToken: undefined,
    });
    if (!result.ok) throw new Error(`${key} was refused: ${result.code}`);
    const response = await this.app.inject({
      url: `/api/v1/session?audience=${audience}`,
      headers: { cookie: `mocua_${audience}=${result.token}` },
    });
    return { audience, token: result.token, csrf: response.json<{ csrfToken: string }>().csrfToken, headers };
  }

  /** An officer acting under one assignment of the demo province. */
  officer(person: string, assignment: string): Promise<Session> {
    return this.signIn(person, 'officer', { 'mocua-assignment': demoAssignmentId(assignment) });
  }

  citizen(person: string, actingFor?: string): Promise<Session> {
    return this.signIn(person, 'citizen', actingFor ? { 'mocua-acting-for': demoPartyId(actingFor) } : {});
  }

  async call<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}): Promise<Answer<ResponseOf<E>>> {
    const response = await (input.through ?? this.app).inject(wireRequest(endpoint, input));
    const json = String(response.headers['content-type'] ?? '').includes('json')
      ? response.json<never>()
      : (undefined as never);
    return {
      status: response.statusCode,
      body: json,
      problem: json,
      raw: response.rawPayload,
      headers: response.headers,
    };
  }

  /** One more API process in all but name: own modules, own pool, own caches; same database, keys and clock. */
  async another(environment: Readonly<Record<string, string>> = {}): Promise<NestFastifyApplication> {
    const config = loadConfig({ ...this.environment, ...environment });
    const parts = await openProcess('test', { config, clock: this.clock });
    const app = await createApi(parts);
    this.others.push(async () => {
      await app.close();
      await parts.close();
    });
    return app;
  }

  async close(): Promise<void> {
    for (const close of this.others) await close();
    await this.app.close();
    await this.parts.close();
    await this.db.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrateDatabase, openDatabase } from '@mocua/server/database';
import { demoAssignmentId, demoPartyId, SeedDemoProvince } from '@mocua/server/identity';
import { type KernelParts, workspaceRoot } from '@mocua/server/kernel';
import { findPackageFolders, PublishPackage } from '@mocua/server/procedure';
import { openProcess, type OpenedProcess, workerModules } from '@mocua/server/runtime';
import { openSession, type BenchSession } from './bench-session';

@Module({})
class BenchModule {
  static with(parts: KernelParts): DynamicModule {
    return { module: BenchModule, imports: workerModules(parts) };
  }
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** A seeded province, one API process of the release build, and sessions to call it with. */
export interface BenchWorld {
  readonly parts: OpenedProcess;
  readonly domains: INestApplicationContext;
  readonly citizen: BenchSession;
  readonly officer: BenchSession;
  /** Where the API answers, without a trailing slash. */
  readonly origin: string;
  /** Processor time of the API since it started, in milliseconds; other programs on the machine hardly change it. */
  apiCpuMs(): Promise<number>;
  call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    session: BenchSession,
    body?: object,
    key?: string,
  ): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export interface BenchWorldOptions {
  /** Where the API listens; a free port when left out. */
  readonly port?: number;
  /** Settings of the API on top of those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function openBenchWorld(options: BenchWorldOptions = {}): Promise<BenchWorld> {
  const { source } = await openDatabase({ url: process.env['DATABASE_URL'] ?? '', poolSize: 2 });
  await migrateDatabase(source);
  await source.destroy();
  const parts = await openProcess('bench');
  const domains = await NestFactory.createApplicationContext(BenchModule.with(parts), {
    logger: ['error'],
    abortOnError: false,
  });
  await domains.get(SeedDemoProvince).execute();
  for (const folder of await findPackageFolders(join(workspaceRoot(), 'procedures'))) {
    const published = await domains.get(PublishPackage).fromFolder(folder);
    if (!published.ok) throw new Error(`the procedure package ${folder} was refused`);
  }
  const port = options.port ?? (await freePort());
  const api = spawn(process.execPath, [join(workspaceRoot(), 'dist/apps/api/main.js')], {
    env: { ...process.env, DATABASE_POOL: '16', ...options.environment, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const call: BenchWorld['call'] = (method, path, session, body, key) =>
    send({ agent, port, method, path, session, body, key });
  const citizen = await openSession(parts.database, 'citizen', demoPartyId('lam'), {});
  const officer = await openSession(parts.database, 'officer', demoPartyId('hanh'), {
    'mocua-assignment': demoAssignmentId('dong-sen-one-stop'),
  });
  await untilReady(() => call('GET', '/../../readyz', citizen));
  const origin = `http://127.0.0.1:${port}`;
  return {
    parts,
    domains,
    citizen,
    officer,
    origin,
    apiCpuMs: () => cpuMsFrom(`${origin}/metrics`),
    call,
    close: async () => {
      agent.destroy();
      await ended(api);
      await domains.close();
      await parts.close();
    },
  };
}

interface Sending {
  readonly agent: Agent;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly session: BenchSession;
  readonly body: object | undefined;
  readonly key: string | undefined;
}

function send({ agent, port, method, path, session, body, key }: Sending): Promise<HttpAnswer> {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path: path === '/../../readyz' ? '/readyz' : `/api/v1${path}`,
        headers: {
          ...session.headers,
          ...(payload
            ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
            : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, body: text, ms: performance.now() - began }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

async function untilReady(ask: () => Promise<HttpAnswer>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await ask().catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the API did not become ready');
}

async function cpuMsFrom(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(/^process_cpu_seconds_total (?<seconds>\S+)/mu.exec(text)?.groups?.['seconds']) * 1000;
}

/** A port of the loopback interface that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Asks a process to end and waits until it has. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}

import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AllowedAddresses,
  ClientCredentials,
  FileMessageLog,
  HttpTransport,
  NoMessageLog,
  type Operation,
  ServiceClient,
  type ServiceDescription,
} from '@mocua/lgsp/client';
import { Pool } from 'undici';
import { percentile } from './settings';

interface Effort {
  readonly rounds: number;
  readonly perRound: number;
}

/** About the size of an answer of the population register. */
const answer = JSON.stringify({
  error_code: '0',
  data: { name: 'Nguyễn Thị Sen', places: Array(12).fill('Thôn Trung') },
});
const question = { MaYeuCau: 'yc-1', SoDinhDanh: '0'.repeat(12) };

/**
 * What a call through the client costs over the same request by plain undici, in milliseconds: same answer from a server on
 * the loopback interface, one call after another, rounds of both ways in turn. Told with and without the message log,
 * whose lines are hashed, chained and sealed; its disk is not waited for.
 */
export async function measureLgspClient({ rounds, perRound }: Effort): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mocua-lgsp-bench-'));
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const body = request.url === '/token' ? '{"access_token":"t","expires_in":3600}' : answer;
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  const pool = new Pool(origin, { connections: 8, pipelining: 1 });
  const bare = openClient(origin, port, new NoMessageLog());
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const logged = openClient(origin, port, await FileMessageLog.open({ directory, key, retentionDays: 1 }));
  const ways = {
    undici: () => plainCall(pool),
    client: bare.call,
    'client with its log': logged.call,
  };
  try {
    const medians = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
    for (const way of Object.values(ways)) for (let warm = 0; warm < perRound; warm += 1) await way();
    for (let round = 0; round < rounds; round += 1)
      for (const [name, way] of Object.entries(ways)) medians.get(name)?.push(await medianOf(way, perRound));
    tell(medians);
  } finally {
    await Promise.all([pool.close(), bare.close(), logged.close()]);
    await new Promise((resolve) => server.close(resolve));
    await rm(directory, { recursive: true, force: true });
  }
}

function openClient(origin: string, port: number, log: FileMessageLog | NoMessageLog) {
  const service: ServiceDescription = {
    name: 'bench',
    contractVersion: '1.0',
    baseUrl: `${origin}/register`,
  };
  const allowed = new AllowedAddresses([
    { host: '127.0.0.1', port, protocol: 'http:', privateNetworks: ['127.0.0.0/8'] },
  ]);
  const transport = new HttpTransport(service, allowed);
  const token = new ClientCredentials(transport, {
    tokenUrl: `${origin}/token`,
    clientId: 'bench',
    clientSecret: 'bench',
  });
  const client = new ServiceClient(service, { transport, token, log, keepInLog: ['MaYeuCau'] });
  const operation: Operation<typeof question, unknown> = {
    service,
    name: 'look-up',
    method: 'POST',
    idempotent: true,
    encode: (body) => ({ path: 'TraCuu', body }),
    decode: (content) => content,
  };
  return { call: () => client.call(operation, question), close: () => client.close() };
}

async function plainCall(pool: Pool): Promise<unknown> {
  const { body } = await pool.request({
    method: 'POST',
    path: '/register/TraCuu',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: 'Bearer t' },
    body: JSON.stringify(question),
  });
  return JSON.parse(await body.text());
}

async function medianOf(call: () => Promise<unknown>, times: number): Promise<number> {
  const samples: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await call();
    samples.push(performance.now() - began);
  }
  return percentile(samples, 0.5);
}

function tell(medians: ReadonlyMap<string, readonly number[]>): void {
  const floor = medians.get('undici') ?? [];
  for (const [name, values] of medians) {
    const over = values.map((value, round) => value - (floor[round] ?? 0));
    const cost =
      name === 'undici'
        ? ''
        : `, over undici ${percentile(over, 0.5).toFixed(3)} ms (most of ${String(over.length)} rounds ${Math.max(...over).toFixed(3)}; goal 0.3)`;
    console.log(`lgsp: ${name}: median ${percentile(values, 0.5).toFixed(3)} ms${cost}`);
  }
}

import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  HttpTransport,
  LgspFailure,
  MessageLog,
  type LoggedExchange,
  type ObservedCall,
  XRoadTransport,
} from '../src/index';
import {
  type Answering,
  clientOf,
  describeService,
  type FakeService,
  fakeService,
  json,
  lookUp,
  loopback,
  person,
} from './fake-service';

let running: FakeService[] = [];
afterEach(async () => {
  await Promise.all(running.map((fake) => fake.close()));
  running = [];
});
async function serve(answer: Answering): Promise<FakeService> {
  const fake = await fakeService(answer);
  running.push(fake);
  return fake;
}

class KeptLog extends MessageLog {
  readonly exchanges: LoggedExchange[] = [];
  override append(exchange: LoggedExchange): void {
    this.exchanges.push(exchange);
  }
  override flush(): Promise<void> {
    return Promise.resolve();
  }
}

async function failureOf(work: Promise<unknown>): Promise<LgspFailure> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LgspFailure);
  return error as LgspFailure;
}

describe('a call', () => {
  it('gives the answer in our own words, and carries who asks, under which contract and for which intention', async () => {
    const fake = await serve((_request, response) => json(response, 200, person));
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    const found = await client.call(
      lookUp(service),
      { id: person.SoDinhDanh },
      { correlationId: 'c-1', idempotencyKey: 'k-1' },
    );
    expect(found).toEqual({ id: person.SoDinhDanh, name: 'Lò Thị Mẫu' });
    const [sent] = fake.requests;
    expect(sent?.url).toBe('/api/TraCuu');
    expect(JSON.parse(sent?.body ?? '')).toEqual({ SoDinhDanh: person.SoDinhDanh, MaDVC: '2.000908' });
    expect(sent?.headers).toMatchObject({
      'x-correlation-id': 'c-1',
      'idempotency-key': 'k-1',
      'x-contract-version': '1.0',
      'content-type': 'application/json; charset=utf-8',
    });
    await client.close();
  });

  it('answers in NFC whatever the other side sent', async () => {
    const fake = await serve((_request, response) =>
      json(response, 200, { ...person, HoVaTen: 'Lò Thị Mẫu'.normalize('NFD') }),
    );
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    expect((await client.call(lookUp(service), { id: '1' })).name).toBe('Lò Thị Mẫu');
    await client.close();
  });

  it('adds the headers of X-Road where the way asks for them', async () => {
    const fake = await serve((_request, response) => json(response, 200, person));
    const service = describeService(fake.url);
    const member = { instance: 'VN', memberClass: 'GOV', memberCode: 'H99', subsystem: 'một cửa' };
    const transport = new XRoadTransport(new HttpTransport(service, loopback(fake.port)), member);
    const client = clientOf(service, fake, { transport });
    await client.call(lookUp(service), { id: '1' }, { correlationId: 'c-2' });
    expect(fake.requests[0]?.headers).toMatchObject({
      'x-road-client': 'VN/GOV/H99/m%E1%BB%99t%20c%E1%BB%ADa',
      'x-road-id': 'c-2',
    });
    await client.close();
  });

  it('cannot leave its service by the path it is given', async () => {
    const fake = await serve((_request, response) => json(response, 200, person));
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    const astray = (path: string) => ({ ...lookUp(service), encode: () => ({ path }) });
    for (const path of ['../admin', '../../etc', 'x/../../admin', '%2e%2e/admin'])
      expect((await failureOf(client.call(astray(path), { id: '1' }))).kind).toBe('forbidden-address');
    await client.call(astray('http://10.0.0.1/'), { id: '1' });
    await client.call(astray('//10.0.0.1/x'), { id: '1' });
    expect(fake.requests.map(({ url }) => url)).toEqual(['/api/http://10.0.0.1/', '/api/10.0.0.1/x']);
    await client.close();
  });
});

describe('a fault over there', () => {
  const faults: readonly (readonly [string, Answering, string, boolean])[] = [
    ['a refusal', (_q, response) => json(response, 422, { error_code: 3 }), 'refused', false],
    [
      'a redirect to somewhere else',
      (_q, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      'refused',
      false,
    ],
    ['a break-down', (_q, response) => json(response, 500, {}), 'failed', true],
    ['a gateway that finds nobody', (_q, response) => response.writeHead(502).end('<html>'), 'failed', true],
    ['no right to the service', (_q, response) => json(response, 403, {}), 'unauthorised', false],
    [
      'a quota that is used up',
      (_q, response) => json(response, 429, {}, { 'retry-after': '3600' }),
      'over-quota',
      false,
    ],
    ['no answer at all', () => undefined, 'timeout', true],
    [
      'half an answer, then nothing',
      (_q, response) => void response.writeHead(200, { 'content-length': '500' }).write('{"a":'),
      'timeout',
      true,
    ],
    ['a connection cut before the answer', (request) => request.socket.resetAndDestroy(), 'broken', true],
    [
      'a connection cut in the answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '500' }).write('{"a":');
        setTimeout(() => request.socket.destroy(), 20);
      },
      'broken',
      true,
    ],
    [
      'a page of HTML with status 200',
      (_q, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Bảo trì</title>'),
      'unreadable',
      true,
    ],
    [
      'JSON that is cut but said to be whole',
      (_q, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"SoDinhDanh":"0991'),
      'unreadable',
      true,
    ],
    [
      'another charset',
      (_q, response) =>
        response.writeHead(200, { 'content-type': 'application/json; charset=windows-1258' }).end('{}'),
      'unreadable',
      true,
    ],
    [
      'bytes that are no UTF-8',
      (_q, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x7b, 0xff, 0x7d])),
      'unreadable',
      true,
    ],
    [
      'an answer of another shape',
      (_q, response) => json(response, 200, { SoDinhDanh: 12 }),
      'unreadable',
      true,
    ],
    ['an empty answer', (_q, response) => response.writeHead(200).end(), 'unreadable', true],
    [
      'an answer without end',
      (_q, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void =>
          void (response.destroyed || (response.write('x'.repeat(65_536)), setImmediate(more)));
        more();
      },
      'too-large',
      true,
    ],
  ];

  it.each(faults)('that is %s is told apart', async (_name, answer, kind, mayHaveBeenApplied) => {
    const fake = await serve(answer);
    const service = describeService(fake.url, { attempts: 1, answerBytes: 1_000_000 });
    const client = clientOf(service, fake);
    const failure = await failureOf(client.call(lookUp(service), { id: '099190000011' }));
    expect([failure.kind, failure.mayHaveBeenApplied]).toEqual([kind, mayHaveBeenApplied]);
    expect(failure.message).not.toContain('099190000011');
    expect(failure.message).not.toContain('127.0.0.1');
    await client.close();
  });

  it('that is a closed port is known to have had no effect', async () => {
    const fake = await fakeService(() => undefined);
    await fake.close();
    const service = describeService(fake.url, { attempts: 1 });
    const failure = await failureOf(clientOf(service, fake).call(lookUp(service, false), { id: '1' }));
    expect([failure.kind, failure.mayHaveBeenApplied]).toEqual(['unreachable', false]);
  });

  it('is met by another attempt where the call may be repeated, under the same intention', async () => {
    const fake = await serve((_request, response, _body, nth) =>
      json(response, nth < 3 ? 500 : 200, nth < 3 ? {} : person),
    );
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    await client.call(lookUp(service), { id: '1' }, { idempotencyKey: 'k' });
    expect(fake.requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k', 'k', 'k']);
    await client.close();
  });

  it('is not met by another attempt where the first may have had its effect', async () => {
    const fake = await serve((request) => request.socket.resetAndDestroy());
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    const failure = await failureOf(client.call(lookUp(service, false), { id: '1' }));
    expect([failure.kind, fake.requests.length]).toEqual(['broken', 1]);
    await client.close();
  });

  it('ends the call when the caller gives up, and says so', async () => {
    const fake = await serve(() => undefined);
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    const giveUp = new AbortController();
    const call = client.call(lookUp(service), { id: '1' }, { signal: giveUp.signal });
    await until(() => fake.requests.length === 1);
    giveUp.abort();
    expect((await failureOf(call)).kind).toBe('cancelled');
    await client.close();
  });
});

describe('a service that is ill', () => {
  it('is left alone after some failures in a row, and asked by one call when it has rested', async () => {
    let healthy = false;
    const fake = await serve((_request, response) =>
      json(response, healthy ? 200 : 500, healthy ? person : {}),
    );
    const service = describeService(fake.url, { attempts: 1, failuresToOpen: 4, openMs: 150 });
    const client = clientOf(service, fake);
    const kinds: string[] = [];
    for (let n = 0; n < 10; n += 1)
      kinds.push((await failureOf(client.call(lookUp(service), { id: '1' }))).kind);
    expect(kinds).toEqual([...Array<string>(4).fill('failed'), ...Array<string>(6).fill('circuit-open')]);
    expect([fake.requests.length, client.isResting]).toEqual([4, true]);
    healthy = true;
    await until(async () => {
      const result = await client.call(lookUp(service), { id: '1' }).catch((error: unknown) => error);
      return !(result instanceof LgspFailure);
    });
    expect(fake.requests).toHaveLength(5);
    expect(client.isResting).toBe(false);
    await client.close();
  });

  it('is not called ill for saying no', async () => {
    const fake = await serve((_request, response) => json(response, 404, {}));
    const service = describeService(fake.url, { failuresToOpen: 2 });
    const client = clientOf(service, fake);
    for (let n = 0; n < 6; n += 1)
      expect((await failureOf(client.call(lookUp(service), { id: '1' }))).kind).toBe('refused');
    await client.close();
  });

  it('holds no more sockets than its share while it hangs, and what would wait too long is told at once', async () => {
    const fake = await serve(() => undefined);
    const service = describeService(fake.url, {
      attempts: 1,
      concurrent: 3,
      queued: 4,
      failuresToOpen: 100,
      readMs: 300,
      totalMs: 20_000,
    });
    const client = clientOf(service, fake);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => failureOf(client.call(lookUp(service), { id: '1' }))),
    );
    const count = (kind: string): number => outcomes.filter((failure) => failure.kind === kind).length;
    expect([count('timeout'), count('too-busy')]).toEqual([7, 13]);
    expect(fake.mostSockets()).toBeLessThanOrEqual(6); // three at once; a socket that timed out is replaced
    await client.close();
  });
});

describe('large things', () => {
  it('stream in without being held in memory, for longer than a call may take', async () => {
    const piece = Buffer.alloc(65_536, 'a');
    const fake = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' });
      Readable.from(
        (function* () {
          for (let n = 0; n < 320; n += 1) yield piece;
        })(),
      ).pipe(response);
    });
    const service = describeService(fake.url, { answerBytes: 1_000 });
    const client = clientOf(service, fake);
    const { body, headers } = await client.download(
      { ...lookUp(service), method: 'GET', encode: () => ({ path: 'tep' }) },
      { id: '1' },
    );
    let bytes = 0;
    for await (const part of body) bytes += (part as Buffer).length;
    expect([bytes, headers['content-type']]).toEqual([320 * 65_536, 'application/pdf']);
    await client.close();
  });

  it('are sent once as they are read, and never again', async () => {
    const fake = await serve((_request, response) => json(response, 500, {}));
    const service = describeService(fake.url);
    const client = clientOf(service, fake);
    const body = Readable.from([Buffer.from('một '), Buffer.from('hai')]);
    const failure = await failureOf(
      client.upload(lookUp(service), { id: '1' }, { body, mediaType: 'application/octet-stream' }),
    );
    expect(failure.kind).toBe('failed');
    expect(fake.requests.map((request) => request.body)).toEqual(['một hai']);
    await client.close();
  });
});

describe('what is written down', () => {
  it('is every attempt, with digests instead of bodies and only the fields that are named', async () => {
    const fake = await serve((_request, response, _body, nth) =>
      json(response, nth === 1 ? 503 : 200, nth === 1 ? {} : person),
    );
    const service = describeService(fake.url);
    const log = new KeptLog();
    const observed: ObservedCall[] = [];
    const client = clientOf(service, fake, {
      log,
      keepInLog: ['MaDVC'],
      observe: (call) => observed.push(call),
    });
    await client.call(lookUp(service), { id: '099190000011' }, { correlationId: 'c' });
    expect(log.exchanges.map(({ attempt, outcome, status }) => [attempt, outcome, status])).toEqual([
      [1, 'failed', 503],
      [2, 'answered', 200],
    ]);
    expect(log.exchanges[1]?.kept).toEqual({ SoDinhDanh: '…', MaDVC: '2.000908' });
    expect(JSON.stringify(log.exchanges)).not.toMatch(/099190000011|Mẫu/u);
    expect(observed.map(({ outcome, attempts }) => [outcome, attempts])).toEqual([['answered', 2]]);
    await client.close();
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (;;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

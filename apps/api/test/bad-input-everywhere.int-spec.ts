import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { Endpoint, ProblemCode } from '@mocua/contract';
import { type EndpointName, endpoints, schemasOf } from '@mocua/contract/schemas';
import { scaled } from '@mocua/testing';
import { wireRequest } from './api-harness';
import { BadInputWorld } from './bad-input-world';
import { expectClear } from './clear-answer';
import { exampleOf } from './example-body';
import { smallPdf } from './filing.builder';
import { partnerWords } from './partner-words';
import { SeededChoice, spoiledBodies } from './spoiled-body';

const all = Object.entries(endpoints as unknown as Readonly<Record<EndpointName, Endpoint>>) as [
  EndpointName,
  Endpoint,
][];
const seed = 20_261_116;
/** Nothing of the outside runs here; that it is away is a clear answer too. */
const away: readonly string[] = [
  'session.identity-provider-unavailable',
  'kiosk.card-reader-unavailable',
  'payment.platform-unavailable',
  'store.national-down',
];
/** Bodies in the words of a partner, which the contract does not know in full; they are walked below. */
const inOthersWords: readonly EndpointName[] = [
  'paymentCallback',
  'signingCallback',
  'paymentLookUp',
  'postCallback',
  'receiveNationalMessage',
  'receiveSectorMessage',
  'receiveDocumentMessage',
  'messageReceipt',
];

let world: BadInputWorld;
beforeAll(async () => {
  world = await BadInputWorld.start();
}, 180_000);
afterAll(() => world.close());

interface Attempt {
  readonly what: string;
  readonly url?: string;
  readonly payload?: string | Buffer;
  readonly wrong: boolean;
}

/** Sends one attempt and judges the answer; says whether it was taken. */
async function send(endpoint: Endpoint, known: boolean, attempt: Attempt): Promise<boolean> {
  const upload = endpoint.media === 'upload';
  const request = wireRequest(endpoint, {
    ...world.callerOf(endpoint),
    params: world.paramsOf(endpoint, known) as never,
    ...(upload ? { file: smallPdf } : {}),
  });
  const { payload = request.payload, url = request.url } = attempt;
  const answer = await world.api.app.inject({
    ...request,
    url,
    ...(payload === undefined ? {} : { payload }),
  });
  const what = `${endpoint.name}: ${attempt.what}`;
  const { statusCode } = answer;
  if (statusCode < 400) {
    expect([what, attempt.wrong, answer.payload.slice(0, 200)]).toEqual([
      what,
      false,
      answer.payload.slice(0, 200),
    ]);
    return true;
  }
  const { code } = JSON.parse(answer.payload) as { code?: ProblemCode };
  if (statusCode === 503 && code !== undefined && away.includes(code)) return false;
  if (endpoint.media === 'oauth') {
    expect([what, statusCode < 500]).toEqual([what, true]);
    return false;
  }
  const problem = expectClear(what, answer);
  const everywhere = /^(?:request|session|party|agency|device)\./u.test(problem.code);
  expect([what, problem.code, everywhere || endpoint.problems.includes(problem.code)]).toEqual([
    what,
    problem.code,
    true,
  ]);
  return false;
}

const odd = ['%00', '%ED%A0%80', "'--", '__proto__', 'x'.repeat(3_000), '%F0%9F%98%80', '-1', '1e999'];

/** Every key of the query with odd words, twice, as a list and as an object; and a key that nobody asked for. */
function oddQueries(endpoint: Endpoint, schema: z.ZodType | undefined, choice: SeededChoice): Attempt[] {
  const example = (schema ? exampleOf(schema) : {}) as Readonly<Record<string, unknown>>;
  const url = wireRequest(endpoint, { params: world.paramsOf(endpoint, false) as never }).url;
  const keys = Object.keys(example);
  const good = new URLSearchParams(Object.entries(example).map(([k, v]): [string, string] => [k, String(v)]));
  const one = (key: string): Attempt[] => {
    const rest = [...good].filter(([name]) => name !== key).map(([k, v]) => `${k}=${encodeURIComponent(v)}`);
    return [
      `${key}=${choice.of(odd)}`,
      `${key}=a&${key}=b`,
      `${key}[x]=1`,
      `${encodeURIComponent(key)}=${choice.of(odd)}`,
    ].map((part) => ({
      what: `?${part.slice(0, 60)}`,
      url: `${url}?${[...rest, part].join('&')}`,
      wrong: false,
    }));
  };
  return [
    ...keys.flatMap(one),
    {
      what: '?unknown',
      url: `${url}?${good.size > 0 ? `${good.toString()}&` : ''}unknown=1`,
      wrong: !!schema,
    },
    { what: '?__proto__', url: `${url}?__proto__[admin]=1`, wrong: false },
  ];
}

function oddAddresses(endpoint: Endpoint, choice: SeededChoice): Attempt[] {
  if (!endpoint.path.includes(':')) return [];
  return [0, 1].map(() => {
    const word = choice.of(odd);
    const url = `/api/v1${endpoint.path.replace(/:\w+/gu, word)}`;
    return { what: `address ${word.slice(0, 40)}`, url, wrong: false };
  });
}

describe('every endpoint of the contract', () => {
  it('has a body that can be found by reading its schema, so that none is left out of the walk', () => {
    const bodies = all.filter(([name, { media }]) => media !== 'upload' && schemasOf[name].body);
    const unread = bodies.filter(([name]) => exampleOf(schemasOf[name].body as z.ZodType) === undefined);
    expect(unread.map(([name]) => name)).toEqual([]);
    expect(bodies.length).toBeGreaterThan(60);
  });

  it.each(all.map(([name], at) => [name, at] as const))(
    '(%s) answers whatever it is sent, and nothing moves by what it refused',
    async (name, at) => {
      const endpoint = endpoints[name] as unknown as Endpoint;
      const schemas = schemasOf[name];
      const choice = new SeededChoice(seed + at);
      const attempts = [...oddQueries(endpoint, schemas.query, choice), ...oddAddresses(endpoint, choice)];
      const before = await world.everything();
      let taken = false;
      for (const attempt of attempts) taken = (await send(endpoint, false, attempt)) || taken;
      if (endpoint.method !== 'GET' && endpoint.media !== 'upload') {
        const good = schemas.body ? exampleOf(schemas.body) : {};
        const strict =
          schemas.body !== undefined && endpoint.media !== 'oauth' && !inOthersWords.includes(name);
        for (const { name: what, raw, wrong } of spoiledBodies(good, scaled(8, 150), choice)) {
          const attempt = { what, payload: raw, wrong: wrong && strict };
          taken = (await send(endpoint, schemas.body !== undefined, attempt)) || taken;
        }
      }
      if (!taken) expect(await world.everything()).toEqual(before);
    },
    120_000,
  );
});

describe('a partner who proves who it is and sends something hostile', () => {
  it.each(partnerWords.map((words, at) => [words.endpoint, at] as const))(
    '(%s) gets an answer in its own words or a clear problem, and no dossier comes of it',
    async (name, at) => {
      const words = partnerWords[at];
      if (!words) throw new Error(name);
      const endpoint = endpoints[name] as unknown as Endpoint;
      const choice = new SeededChoice(seed + at);
      const dossiers = async () =>
        (await world.api.db.database.one<{ count: string }>('SELECT count(*) FROM dossier.dossiers'))?.count;
      const before = await dossiers();
      for (const { name: what, raw } of spoiledBodies(words.good, scaled(24, 400), choice)) {
        const request = wireRequest(endpoint, {
          ...world.callerOf(endpoint),
          params: world.paramsOf(endpoint, true) as never,
        });
        const answer = await world.api.app.inject({
          ...request,
          payload: sealed(raw, (message) => words.seal(message, world.api.parts.config)),
        });
        // “Again, later” is what the national portal is told of something that may still come.
        const later = answer.statusCode === 503 && answer.payload.includes('system.unavailable');
        if (answer.statusCode === 200 || later) continue;
        expectClear(`${name}: ${what}`, answer);
      }
      expect(await dossiers()).toBe(before);
    },
    120_000,
  );
});

/** The body with a proof that fits it; what is no object is sent as it is. */
function sealed(
  raw: string | Buffer,
  seal: (message: Readonly<Record<string, unknown>>) => object,
): string | Buffer {
  try {
    const message: unknown = JSON.parse(String(raw));
    const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
    return isObject ? JSON.stringify(seal(message as Readonly<Record<string, unknown>>)) : raw;
  } catch {
    return raw;
  }
}

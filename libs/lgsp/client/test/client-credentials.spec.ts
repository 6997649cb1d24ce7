import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientCredentials, HttpTransport, LgspFailure } from '../src/index';
import {
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

/** A token endpoint and a service that takes only the newest token. */
async function aBus({ seconds = 600 }: { seconds?: number } = {}) {
  let issued = 0;
  const fake = await fakeService((request, response) => {
    if (request.url === '/token') {
      issued += 1;
      return json(response, 200, {
        access_token: `t${String(issued)}`,
        token_type: 'Bearer',
        expires_in: seconds,
      });
    }
    const fresh = request.headers.authorization === `Bearer t${String(issued)}`;
    json(response, fresh ? 200 : 401, fresh ? person : {});
  });
  running.push(fake);
  const service = describeService(fake.url);
  const clock = { now: 1_800_000_000_000 };
  const transport = new HttpTransport(service, loopback(fake.port));
  const options = { tokenUrl: `${fake.url}/token`, clientId: 'một cửa', clientSecret: 'b:í mật' };
  const token = new ClientCredentials(transport, options, () => clock.now);
  return {
    fake,
    service,
    clock,
    token,
    client: clientOf(service, fake, { transport, token }),
    withdraw: () => (issued += 1),
  };
}

const asked = (fake: FakeService): number => fake.requests.filter(({ url }) => url === '/token').length;

describe('a token', () => {
  it('is asked for once by many calls at once, with id and secret encoded as the standard says', async () => {
    const { fake, service, client } = await aBus();
    await Promise.all(Array.from({ length: 20 }, () => client.call(lookUp(service), { id: '1' })));
    expect(asked(fake)).toBe(1);
    const { headers, body } = fake.requests.find(({ url }) => url === '/token') ?? { headers: {}, body: '' };
    const basic = Buffer.from(String(headers.authorization).replace('Basic ', ''), 'base64').toString();
    expect([basic, body]).toEqual([
      'm%E1%BB%99t+c%E1%BB%ADa:b%3A%C3%AD+m%E1%BA%ADt',
      'grant_type=client_credentials',
    ]);
    await client.close();
  });

  it('is used until shortly before its end', async () => {
    const { fake, service, client, clock } = await aBus({ seconds: 60 });
    await client.call(lookUp(service), { id: '1' });
    clock.now += 29_000;
    await client.call(lookUp(service), { id: '1' });
    expect(asked(fake)).toBe(1);
    clock.now += 2_000;
    await client.call(lookUp(service), { id: '1' });
    expect(asked(fake)).toBe(2);
    await client.close();
  });

  it('that was withdrawn before its time is renewed once, without the caller noticing', async () => {
    const { fake, service, client, withdraw } = await aBus();
    await client.call(lookUp(service), { id: '1' });
    withdraw();
    expect((await client.call(lookUp(service, false), { id: '1' })).name).toBe('Lò Thị Mẫu');
    expect(asked(fake)).toBe(2);
    await client.close();
  });

  it.each([
    [401, {}, 'unauthorised'],
    [500, {}, 'failed'],
    [200, { token: 'x' }, 'unreadable'],
  ])('that is answered by %i %j fails as what it is', async (status, body, kind) => {
    const fake = await fakeService((_request, response) => json(response, status, body));
    running.push(fake);
    const service = describeService(fake.url, { attempts: 1 });
    const transport = new HttpTransport(service, loopback(fake.port));
    const token = new ClientCredentials(transport, {
      tokenUrl: `${fake.url}/token`,
      clientId: 'a',
      clientSecret: 'geheim',
    });
    const error: unknown = await clientOf(service, fake, { transport, token })
      .call(lookUp(service), { id: '1' })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LgspFailure);
    expect((error as LgspFailure).kind).toBe(kind);
    expect(String(error)).not.toContain('geheim');
    expect(fake.requests.every(({ url }) => url === '/token')).toBe(true);
  });
});

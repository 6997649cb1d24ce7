import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from '@jest/globals';
import { hostileTargets, internalAddresses, spellingsOf } from '@mocua/testing';
import { AllowedAddresses, HttpTransport, LgspFailure, ServiceClient } from '../src/index';
import type { Resolver } from '../src/network/guarded-lookup';
import { describeService, lookUp } from './fake-service';

const gateway = new AllowedAddresses([
  { host: 'lgsp.example.vn', port: 443, protocol: 'https:' },
  {
    host: 'noi-bo.example.vn',
    port: 8443,
    protocol: 'https:',
    privateNetworks: ['10.20.0.0/16', 'fd00:20::/32'],
  },
]);

describe('the allow-list', () => {
  const hostile = hostileTargets('lgsp.example.vn');

  it('holds at least 250 hostile targets at bay', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(250);
    const reached = hostile.filter((target) => {
      const url = URL.parse(target);
      return url !== null && gateway.allows(url);
    });
    expect(reached).toEqual([]);
  });

  it('holds them at bay by address alone, should a list name them by mistake', () => {
    for (const spelled of internalAddresses.flatMap(spellingsOf)) {
      const target = `https://${spelled}/`;
      const url = URL.parse(target);
      if (url === null) continue;
      const host = url.hostname.replace(/^\[|\]$/gu, '');
      const careless = careLessly(host);
      expect([target, careless?.allows(url) ?? false]).toEqual([target, false]);
    }
  });

  it('lets the named hosts through on their port alone', () => {
    expect(gateway.allows(new URL('https://lgsp.example.vn/dvcqg/x?y=1'))).toBe(true);
    expect(gateway.allows(new URL('https://LGSP.example.vn:443/'))).toBe(true);
    expect(gateway.allows(new URL('https://noi-bo.example.vn:8443/'))).toBe(true);
  });

  it('lets a name lead to the private networks that stand with it, and to no other', () => {
    expect(gateway.allowsAddress('noi-bo.example.vn', '10.20.3.4')).toBe(true);
    expect(gateway.allowsAddress('noi-bo.example.vn', 'fd00:20::1')).toBe(true);
    for (const address of ['10.21.0.1', '127.0.0.1', '169.254.169.254', '::1', 'fd00:21::1', 'fe80::1', ''])
      expect([address, gateway.allowsAddress('noi-bo.example.vn', address)]).toEqual([address, false]);
    expect(gateway.allowsAddress('lgsp.example.vn', '10.20.3.4')).toBe(false);
    for (const address of ['8.8.8.8', '203.162.4.191', '2405:4800::1'])
      expect([address, gateway.allowsAddress('lgsp.example.vn', address)]).toEqual([address, true]);
  });

  it.each(['10.20.0.0', '10.20.0.0/33', 'fd00::/129', 'x/8', '10.0.0.0/-1'])(
    'refuses %s as a network',
    (network) => {
      expect(
        () =>
          new AllowedAddresses([{ host: 'a.vn', port: 443, protocol: 'https:', privateNetworks: [network] }]),
      ).toThrow();
    },
  );
});

describe('a name that lies', () => {
  const service = { ...describeService('https://lgsp.example.vn'), limits: { attempts: 1, connectMs: 500 } };
  const answering = (answers: readonly (readonly string[])[]): Resolver => {
    let asked = 0;
    return (_name, _options, callback) => {
      const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      callback(
        null,
        addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
  };
  it.each([
    ['leads to the loopback interface', [['127.0.0.1']]],
    ['leads to a metadata service', [['169.254.169.254']]],
    ['leads to a mapped address', [['::ffff:127.0.0.1']]],
    ['has one good and one bad address', [['203.162.4.191', '127.0.0.1']]],
    ['leads nowhere', [[]]],
  ])('and %s is not connected to', async (_name, answers) => {
    const client = new ServiceClient(service, {
      transport: new HttpTransport(service, gateway, { resolve: answering(answers) }),
    });
    const error: unknown = await client.call(lookUp(service), { id: '1' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LgspFailure);
    expect((error as LgspFailure).kind).toBe('forbidden-address');
    await client.close();
  });
});

/** A list that names the host itself; null when the host is no plain name. */
function careLessly(host: string): AllowedAddresses | null {
  try {
    return new AllowedAddresses([{ host, port: 443, protocol: 'https:' }]);
  } catch {
    return null; // refused already
  }
}

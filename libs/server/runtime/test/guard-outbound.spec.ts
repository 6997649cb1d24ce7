import { describe, expect, it } from '@jest/globals';
import { guardedDispatcher } from '@mocua/lgsp/client';
import { type Config, loadConfig } from '@mocua/server/kernel';
import { hostileTargets } from '@mocua/testing';
import { fetch } from 'undici';
import { outboundAddresses } from '../src/index';

const host = 'lgsp.example.vn';

/** A portal on https whose every outside address is one public host. */
function configWith(settings: Readonly<Record<string, string>>): Config {
  return loadConfig({
    DATABASE_URL: 'postgres://localhost/mocua',
    PUBLIC_ORIGIN: 'https://dichvucong.example.vn',
    OIDC_CLIENT_SECRET: 'a-secret-of-this-test',
    LGSP_CLIENT_SECRET: 'another-secret-of-this-test',
    NATIONAL_PORTAL_SECRET: 'a-third-secret-of-this-test',
    PAYMENT_SECRET: 'a-fourth-secret-of-this-test',
    MESSAGES_SECRET: 'a-fifth-secret-of-this-test',
    ZALO_TOKEN: 'a-sixth-secret-of-this-test',
    ZALO_SECRET: 'a-seventh-secret-of-this-test',
    ZALO_TEMPLATES: '/srv/mocua/zalo.json',
    POST_TOKEN: 'an-eighth-secret-of-this-test',
    POST_SECRET: 'a-ninth-secret-of-this-test',
    SIGNING_SECRET: 'a-tenth-secret-of-this-test',
    DOCUMENT_MANAGEMENT_SECRET: 'an-eleventh-secret-of-this-test',
    SIGNING_AUTHORITIES: '/srv/mocua/authorities.pem',
    ...Object.fromEntries(variables.map((name) => [name, `https://${host}/${name.toLowerCase()}`])),
    ...settings,
  });
}

/** Names of the variables that hold addresses to call: whatever the configuration defaults to the sandbox, and more. */
const variables = [...loadConfig({ DATABASE_URL: 'x', SANDBOX_PORT: '4999' }).outboundUrls.keys()].map(
  (setting) => setting.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase(),
);

describe('what a process may call', () => {
  it('is every address of its configuration', () => {
    expect(variables).toEqual(
      expect.arrayContaining(['VNEID_ISSUER', 'SSO_ISSUER', 'MESSAGES_URL', 'KIOSK_BRIDGE_URL', 'LGSP_URL']),
    );
    const allowed = outboundAddresses(configWith({}));
    for (const name of variables)
      expect([name, allowed.allows(new URL(`https://${host}/${name}`))]).toEqual([name, true]);
  });

  it.each(variables)('is none of 250 hostile targets when %s names one', async (name) => {
    const targets = hostileTargets(host);
    const refused = await Promise.all(targets.map((target) => refuses(target, name)));
    expect(targets.filter((_target, at) => !refused[at])).toEqual([]);
    expect(targets.length).toBeGreaterThanOrEqual(250);
  });

  it('is no host that only another one may lead to, and no private network that is not named', () => {
    const allowed = outboundAddresses(
      configWith({ LGSP_URL: 'https://lgsp.noi-bo.vn/', OUTBOUND_PRIVATE_NETWORKS: '10.20.0.0/16' }),
    );
    expect(allowed.allowsAddress('lgsp.noi-bo.vn', '10.20.1.1')).toBe(true);
    for (const address of ['10.21.1.1', '127.0.0.1', '169.254.169.254', '::1'])
      expect([address, allowed.allowsAddress('lgsp.noi-bo.vn', address)]).toEqual([address, false]);
    expect(allowed.allows(new URL('https://other.example.vn/'))).toBe(false);
  });

  it('is what is named besides, for an identity provider whose endpoints lie elsewhere', () => {
    const allowed = outboundAddresses(configWith({ OUTBOUND_ORIGINS: 'https://token.example.vn' }));
    expect(allowed.allows(new URL('https://token.example.vn/oauth2/token'))).toBe(true);
  });
});

/**
 * Whether a portal that is configured with the target cannot call it: the setting is refused at the start, or the call is
 * before a connection. Public hosts that an operator names are allowed: nobody else can name them.
 */
async function refuses(target: string, name: string): Promise<boolean> {
  let dispatcher;
  try {
    dispatcher = guardedDispatcher(outboundAddresses(configWith({ [name]: target })), {
      // Any name leads inside; what is left to refuse it is the moment of the connection.
      resolve: (_host, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
  } catch {
    return true;
  }
  try {
    await fetch(target, { dispatcher, redirect: 'error' });
    return false;
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: string }; message: string };
    return (
      cause?.code === 'LGSP_FORBIDDEN_ADDRESS' ||
      /url|scheme|credentials/iu.test(`${message} ${String(cause)}`)
    );
  } finally {
    await dispatcher.close();
  }
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hashOfSecret } from '../src/domain/secret-token';
import { SessionStore } from '../src/persistence/session.store';
import { demoPartyId } from '../src/demo/demo-ids';
import { IdentityHarness, testStart } from './identity-harness';

let harness: IdentityHarness;
beforeAll(async () => {
  harness = await IdentityHarness.start();
  await harness.seed();
}, 120_000);
afterAll(() => harness.close());
beforeEach(() => harness.clock.set(testStart));

async function signIn(key: string, audience: 'citizen' | 'officer' = 'citizen'): Promise<string> {
  const token = await harness.signIn(key, audience);
  if (token === null) throw new Error('refused');
  return token;
}
async function isAlive(token: string): Promise<boolean> {
  return (await harness.call('GET', '/citizen/logins', { token })).status === 200;
}

describe('a session', () => {
  it('lets its holder in and nobody without it', async () => {
    const token = await signIn('ha');
    expect(await isAlive(token)).toBe(true);
    const other = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    expect(await isAlive(other)).toBe(false);
    expect((await harness.call('GET', '/citizen/logins')).status).toBe(401);
  });

  it('is kept as a hash only', async () => {
    const token = await signIn('ha');
    const rows = await harness.db.database.query<{ text: string }>(
      'SELECT s::text AS text FROM identity.sessions s',
    );
    expect(rows.some(({ text }) => text.includes(token))).toBe(false);
    expect(rows.some(({ text }) => text.includes(hashOfSecret(token).toString('hex')))).toBe(true);
    expect(rows.some(({ text }) => text.includes('id-token-of-the-provider'))).toBe(false);
  });

  it('does not open the other audience', async () => {
    const token = await signIn('hanh', 'officer');
    expect((await harness.call('GET', '/citizen/logins', { token, audience: 'citizen' })).status).toBe(401);
    expect((await harness.call('GET', '/officer/logins', { token, audience: 'officer' })).status).toBe(200);
  });

  it('is replaced at the next log-in: the old token is dead, the new one lives', async () => {
    const old = await signIn('ha');
    const next = await harness.signIn('ha', 'citizen', old);
    expect(next).not.toBe(old);
    expect(await isAlive(old)).toBe(false);
    expect(await isAlive(next ?? '')).toBe(true);
  });

  it('ends after 30 minutes without a request, and not before', async () => {
    const token = await signIn('ha');
    harness.clock.advance({ minutes: 29, seconds: 59 });
    expect(await isAlive(token)).toBe(true);
    harness.clock.advance({ minutes: 29, seconds: 59 });
    expect(await isAlive(token)).toBe(true);
    harness.clock.advance({ minutes: 30 });
    expect(await isAlive(token)).toBe(false);
  });

  it('ends after 12 hours however busy it was', async () => {
    const token = await signIn('ha');
    for (let minutes = 0; minutes + 20 < 12 * 60; minutes += 20) {
      harness.clock.advance({ minutes: 20 });
      expect(await isAlive(token)).toBe(true);
    }
    harness.clock.advance({ minutes: 20 });
    expect(await isAlive(token)).toBe(false);
  });

  it('is revoked at once for somebody who leaves', async () => {
    const tokens = [await signIn('son', 'officer'), await signIn('son', 'officer')];
    const ended = await harness
      .get(SessionStore)
      .endAllOf(harness.db.database, demoPartyId('son'), 'officer', harness.clock.now());
    expect(ended).toBe(2);
    for (const token of tokens) {
      expect((await harness.call('GET', '/officer/logins', { token, audience: 'officer' })).status).toBe(401);
    }
  });
});

describe('signing out', () => {
  it('needs the token of the page, ends the session and empties the cookie', async () => {
    const token = await signIn('ha');
    const refused = await harness.call('POST', '/session/logout', { token, body: { audience: 'citizen' } });
    expect(refused.body['code']).toBe('session.csrf');
    expect(await isAlive(token)).toBe(true);
    const done = await harness.call('POST', '/session/logout', {
      token,
      headers: { 'x-csrf-token': await harness.csrfToken(token, 'citizen') },
      body: { audience: 'citizen' },
    });
    expect(done.status).toBe(200);
    expect(String(done.headers['set-cookie'])).toMatch(
      /^mocua_citizen=; Path=\/; HttpOnly; SameSite=Lax; Max-Age=0$/u,
    );
    expect(await isAlive(token)).toBe(false);
  });

  it('without a session changes nothing', async () => {
    const done = await harness.call('POST', '/session/logout', { body: { audience: 'officer' } });
    expect(done.body).toEqual({ endSessionUrl: null });
  });
});

describe('the history of log-ins', () => {
  it('shows signing in, running out and refusal, newest first, and only the person’s own', async () => {
    const token = await signIn('khoa');
    harness.clock.advance({ minutes: 31 });
    expect(await isAlive(token)).toBe(false);
    expect(await isAlive(token)).toBe(false);
    harness.clock.advance({ minutes: 1 });
    const again = await signIn('khoa');
    const { body } = await harness.call('GET', '/citizen/logins', { token: again });
    expect((body['items'] as { outcome: string }[]).map((entry) => entry.outcome)).toEqual([
      'signed-in',
      'expired',
      'signed-in',
    ]);
  });

  it('keeps the refusal of somebody without a role', async () => {
    expect(await harness.signIn('khoa', 'officer')).toBeNull();
    const [event] = await harness.db.database.query<{ outcome: string }>(
      `SELECT outcome FROM identity.login_events WHERE party_id = $1 AND audience = 'officer'`,
      [demoPartyId('khoa')],
    );
    expect(event?.outcome).toBe('refused');
  });
});

describe('the session page', () => {
  it('says who is signed in, for whom they may act, and when they were here before', async () => {
    await signIn('quan');
    harness.clock.advance({ minutes: 5 });
    const token = await signIn('quan');
    const { body } = await harness.call('GET', '/session?audience=citizen', { token });
    const person = body['person'] as {
      displayName: string;
      actingFor: { kind: string; displayName: string }[];
      lastLoginAt: string;
    };
    expect(person.displayName).toBe('Phạm Minh Quân');
    expect(person.actingFor.map((option) => option.kind)).toEqual(['self', 'organisation', 'organisation']);
    expect(person.lastLoginAt).toBe(new Date(testStart).toISOString());
  });

  it('shows nobody without a session, and never an error', async () => {
    expect((await harness.call('GET', '/session?audience=citizen')).body).toEqual({
      person: null,
      csrfToken: null,
    });
    expect((await harness.call('GET', '/session?audience=kiosk')).body).toEqual({
      person: null,
      csrfToken: null,
    });
  });

  it('keeps a placeholder for somebody whose data was erased', async () => {
    const token = await signIn('lam');
    harness.vault.erase(demoPartyId('lam'));
    const { body } = await harness.call('GET', '/session?audience=citizen', { token });
    expect((body['person'] as { displayName: string }).displayName).toBe('(dữ liệu đã được xóa)');
  });
});

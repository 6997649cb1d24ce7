import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityHarness, testStart } from './identity-harness';

let harness: IdentityHarness;
beforeAll(async () => {
  harness = await IdentityHarness.start();
  await harness.seed();
}, 120_000);
afterAll(() => harness.close());
beforeEach(() => harness.clock.set(testStart));

async function signIn(key: string): Promise<{ token: string; csrf: string }> {
  const token = await harness.signIn(key, 'citizen');
  if (token === null) throw new Error('refused');
  return { token, csrf: await harness.csrfToken(token, 'citizen') };
}
type Listed = { sessionId: string; client: string; current: boolean }[];

async function sessionsOf(token: string): Promise<Listed> {
  return (await harness.call('GET', '/citizen/sessions', { token })).body['items'] as Listed;
}

describe('the places where a person is signed in', () => {
  it('are listed with the one that asks first', async () => {
    const home = await signIn('lam');
    await signIn('lam');
    const listed = await sessionsOf(home.token);
    expect(listed).toHaveLength(2);
    expect(listed.map(({ current }) => current)).toEqual([true, false]);
    expect(listed[1]?.client).toBe('Chrome trên Linux');
  });

  it('can be left from afar, at once and with a line in the history', async () => {
    const mine = await signIn('quan');
    const stranger = await signIn('quan');
    const [, other] = await sessionsOf(mine.token);
    const ended = await harness.call('POST', `/citizen/sessions/${other?.sessionId ?? ''}/end`, {
      token: mine.token,
      headers: { 'x-csrf-token': mine.csrf },
    });
    expect(ended.body['items']).toHaveLength(1);
    expect((await harness.call('GET', '/citizen/sessions', { token: stranger.token })).status).toBe(401);
    const logins = (await harness.call('GET', '/citizen/logins', { token: mine.token })).body['items'];
    expect((logins as { outcome: string }[]).map(({ outcome }) => outcome)).toContain('signed-out');
  });

  it('cannot be ended by somebody else, and the own one not by accident', async () => {
    const owner = await signIn('thuy');
    const other = await signIn('lam');
    const [theirs] = await sessionsOf(owner.token);
    for (const { token, csrf } of [other, owner])
      await harness.call('POST', `/citizen/sessions/${theirs?.sessionId ?? ''}/end`, {
        token,
        headers: { 'x-csrf-token': csrf },
      });
    expect(await sessionsOf(owner.token)).toHaveLength(1);
  });
});

describe('how a person wants pages to look', () => {
  it('is kept with the account and comes with every session', async () => {
    const { token, csrf } = await signIn('lam');
    const before = await harness.call('GET', '/session?audience=citizen', { token });
    expect(before.body['person']).toMatchObject({ display: null });
    const display = { text: 'double', contrast: 'high', language: 'en' };
    await harness.app.inject({
      method: 'PUT',
      url: '/api/v1/citizen/display',
      headers: { cookie: `mocua_citizen=${token}`, 'x-csrf-token': csrf },
      payload: display,
    });
    const elsewhere = await signIn('lam');
    const after = await harness.call('GET', '/session?audience=citizen', { token: elsewhere.token });
    expect(after.body['person']).toMatchObject({ display });
  });
});

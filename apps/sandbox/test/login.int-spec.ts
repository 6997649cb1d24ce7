import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoAssignmentId, demoPartyId, PartyDirectory } from '@mocua/server/identity';
import { demoAccounts } from '@mocua/server/identity/demo';
import { TestBrowser } from './browser';
import { PortalHarness } from './portal-harness';

let harness: PortalHarness;
let browser: TestBrowser;
beforeAll(async () => {
  harness = await PortalHarness.start();
}, 120_000);
afterAll(() => harness.close());
beforeEach(() => {
  browser = new TestBrowser();
});

const isCallback = (url: URL): boolean => url.pathname.endsWith('/callback');

/** Goes to the provider, picks an account unless it still knows the person, and stops at the way back. */
async function pick(provider: 'vneid' | 'sso', account: string, returnTo = ''): Promise<URL> {
  const start = await browser.open(`${harness.portal}/api/v1/auth/${provider}/start${returnTo}`);
  const page = await browser.follow(start, isCallback);
  if (isCallback(page.url)) return page.url;
  const chosen = await browser.open(page.url.href, { form: { account } });
  return (await browser.follow(chosen, isCallback)).url;
}

async function signIn(provider: 'vneid' | 'sso', account: string, returnTo = ''): Promise<Response> {
  return browser.open((await pick(provider, account, returnTo)).href);
}

async function session(audience: 'citizen' | 'officer') {
  const response = await browser.open(`${harness.portal}/api/v1/session?audience=${audience}`);
  return (await response.json()) as {
    person: { displayName: string; identityLevel: string; assignments: unknown[] } | null;
    csrfToken: string | null;
  };
}

describe('a provider that was never reached', () => {
  it.each([['down'], ['cut'], ['hang']])(
    'is told in words when it is %s, and is found as soon as it is back',
    async (mode) => {
      await harness.script('vneid', [{ mode, times: 1 }]);
      const response = await browser.open(`${harness.portal}/api/v1/auth/vneid/start`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('Chưa nối được với nơi đăng nhập');
      const program = await fetch(`${harness.portal}/api/v1/session?audience=citizen`);
      expect(program.status).toBe(200);
    },
    20_000,
  );
});

describe('logging in with VNeID', () => {
  it('shows everybody with an account, without script and under its own content policy', async () => {
    const start = await browser.open(`${harness.portal}/api/v1/auth/vneid/start`);
    expect(start.status).toBe(302);
    const request = new URL(start.headers.get('location') ?? '');
    expect(request.searchParams.get('code_challenge_method')).toBe('S256');
    const { response, url } = await browser.follow(start);
    expect(url.pathname).toMatch(/^\/vneid\/interaction\//u);
    const html = await response.text();
    for (const { name } of demoAccounts().filter((account) => account.provider === 'vneid'))
      expect(html).toContain(name);
    expect(html).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('brings a citizen back to where they were, with a session and their claims sealed', async () => {
    const back = await signIn('vneid', 'lam', '?returnTo=%2Fthu-tuc%2F2.000908%3Fbuoc%3D2');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/thu-tuc/2.000908?buoc=2']);
    expect((await session('citizen')).person).toMatchObject({
      displayName: 'Trần Văn Lâm',
      identityLevel: 'L2',
    });
    const claims = await harness.get(PartyDirectory).claims(demoPartyId('lam'));
    expect(claims?.values).toEqual({
      fullName: 'Trần Văn Lâm',
      personalId: '099096000103',
      birthDate: '1996-05-14',
      gender: 'male',
      phone: '0900000103',
      email: 'lam@vidu.example',
      address: 'Thôn Đông, xã Bàu Súng, tỉnh Hạ Ngân',
    });
    const dump = await harness.db.database.query<{ text: string }>(
      'SELECT p::text AS text FROM identity.parties p',
    );
    expect(dump.some(({ text }) => /Lâm|099096000103/u.test(text))).toBe(false);
  });

  it.each([
    ['an organisation', 'quan-phat-company', 'ORG', 'Công ty TNHH Thương mại Quân Phát'],
    ['a foreigner', 'keller', 'FOREIGNER', 'Anna Keller'],
    ['a person of level 1', 'han', 'L1', 'Bùi Gia Hân'],
  ])('knows %s by its level', async (_case, account, level, name) => {
    await signIn('vneid', account);
    expect((await session('citizen')).person).toMatchObject({ displayName: name, identityLevel: level });
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/api/v1/session',
    'javascript:alert(1)',
  ])('never leads away to %s', async (wish) => {
    const back = await signIn('vneid', 'ha', `?returnTo=${encodeURIComponent(wish)}`);
    expect(back.headers.get('location')).toBe('/');
  });

  it('gives a new token at each log-in and kills the one before', async () => {
    await signIn('vneid', 'ha');
    const first = browser.cookie('mocua_citizen');
    // The provider still knows the person, so it sends them straight back.
    const again = await browser.follow(
      await browser.open(`${harness.portal}/api/v1/auth/vneid/start`),
      isCallback,
    );
    await browser.open(again.url.href);
    expect(browser.cookie('mocua_citizen')).not.toBe(first);
    const old = await fetch(`${harness.portal}/api/v1/citizen/logins`, {
      headers: { cookie: `mocua_citizen=${first}` },
    });
    expect(old.status).toBe(401);
  });
});

describe('a way back that is not right', () => {
  async function refused(response: Response): Promise<void> {
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('Đăng nhập lại');
    expect(browser.cookie('mocua_citizen')).toBeUndefined();
  }

  it('is refused when it is used a second time', async () => {
    const callback = await pick('vneid', 'ha');
    expect((await browser.open(callback.href)).status).toBe(303);
    browser.forget('mocua_citizen');
    await refused(await browser.open(callback.href));
  });

  it('is refused in another browser', async () => {
    const callback = await pick('vneid', 'ha');
    browser = new TestBrowser();
    await refused(await browser.open(callback.href));
  });

  it('is refused with another state, another code, or another provider’s attempt', async () => {
    for (const name of ['state', 'code']) {
      const callback = await pick('vneid', 'ha');
      callback.searchParams.set(name, 'forged');
      await refused(await browser.open(callback.href));
    }
    const callback = await pick('vneid', 'ha');
    callback.pathname = callback.pathname.replace('vneid', 'sso');
    await refused(await browser.open(callback.href));
  });

  it('is refused when the person went back at the provider', async () => {
    await refused(await signIn('vneid', ''));
  });

  it('is answered with a problem document to a program', async () => {
    const response = await fetch(`${harness.portal}/api/v1/auth/vneid/callback?code=x&state=y`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'session.login-failed' });
  });
});

describe('logging in as an officer', () => {
  it('opens the workspace with all roles the person holds', async () => {
    const back = await signIn('sso', 'hanh');
    expect(back.headers.get('location')).toBe('/can-bo/');
    expect((await session('officer')).person?.assignments).toHaveLength(2);
    expect((await session('citizen')).person).toBeNull();
  });

  it('tells somebody whose role has ended to ask for one, and lets nobody in', async () => {
    await harness.db.database.query(
      'UPDATE identity.assignments SET revoked_at = now() WHERE assignment_id = $1',
      [demoAssignmentId('hon-vong-clerk')],
    );
    const response = await signIn('sso', 'trang');
    expect(response.status).toBe(403);
    const page = await response.text();
    expect(page).toContain('chưa được giao vai trò');
    expect(page).toContain('/sso/session/end?');
    expect((await session('officer')).person).toBeNull();
  });

  it('ends at the provider too after signing out', async () => {
    await signIn('sso', 'phuc');
    const { csrfToken } = await session('officer');
    const out = await browser.open(`${harness.portal}/api/v1/session/logout`, {
      json: { audience: 'officer' },
      headers: { 'x-csrf-token': csrfToken ?? '' },
    });
    const { endSessionUrl } = (await out.json()) as { endSessionUrl: string };
    expect((await session('officer')).person).toBeNull();
    const ask = await (await browser.open(endSessionUrl)).text();
    const action = /action="([^"]+)"/u.exec(ask)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec(ask)?.[1] ?? '';
    const ended = await browser.open(new URL(action, endSessionUrl).href, { form: { xsrf, logout: 'yes' } });
    expect(ended.headers.get('location')).toBe(`${harness.portal}/can-bo/`);
    const { url } = await browser.follow(await browser.open(`${harness.portal}/api/v1/auth/sso/start`));
    expect(url.pathname).toMatch(/^\/sso\/interaction\//u);
  });
});

describe('a provider that does not answer', () => {
  const healed = () => harness.script('vneid', []);

  it.each([['down'], ['cut']])('is told in words when it is %s during the exchange', async (mode) => {
    const callback = await pick('vneid', 'ha');
    await harness.script('vneid', [{ mode }]);
    const response = await browser.open(callback.href);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Chưa nối được với nơi đăng nhập');
    await healed();
    expect((await signIn('vneid', 'ha')).status).toBe(303);
  });
});

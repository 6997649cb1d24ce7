import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../src/sandbox';

let dataDir: string;
let sandbox: Sandbox;
const start = () =>
  startSandbox({
    port: 0,
    dataDir,
    clientSecret: 'secret-shared-in-this-test',
    portalOrigins: ['http://localhost:3000'],
  });
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mocua-sandbox-'));
  sandbox = await start();
});
afterEach(async () => {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${sandbox.origin}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
async function list(query = ''): Promise<{ messageId: string; text: string }[]> {
  const response = await fetch(`${sandbox.origin}/messages${query}`);
  return ((await response.json()) as { items: { messageId: string; text: string }[] }).items;
}
const sms = (messageId: string, text = 'Hồ sơ đã được tiếp nhận.', to = '0900000102') => ({
  messageId,
  to,
  text,
});

describe('the message gateway', () => {
  it('keeps a message once however often it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('/messages/sms', sms('m1'))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(await list()).toHaveLength(1);
  });

  it('lists the newest first and by receiver', async () => {
    await post('/messages/sms', sms('m1'));
    await post('/messages/email', {
      messageId: 'm1',
      to: 'ha@vidu.example',
      subject: 'Hồ sơ',
      text: 'Kính gửi',
    });
    await post('/messages/sms', sms('m2', 'Mời bổ sung.', '0900000103'));
    expect((await list()).map((message) => message.text)).toEqual([
      'Mời bổ sung.',
      'Kính gửi',
      'Hồ sơ đã được tiếp nhận.',
    ]);
    expect(await list('?to=0900000103')).toHaveLength(1);
  });

  it('remembers what it took over a restart, and over a line that was cut off', async () => {
    await post('/messages/sms', sms('m1'));
    await sandbox.close();
    await appendFile(join(dataDir, 'sandbox', 'messages.jsonl'), '{"messageId":"m2","ki');
    sandbox = await start();
    expect((await post('/messages/sms', sms('m1'))).status).toBe(200);
    expect((await post('/messages/sms', sms('m2'))).status).toBe(201);
    await sandbox.close();
    sandbox = await start();
    expect(await list()).toHaveLength(2);
  });

  it.each([
    ['no JSON', '{"messageId":'],
    ['no object', '[]'],
    ['no receiver', { messageId: 'm1', text: 'x' }],
    ['a number as text', { messageId: 'm1', to: 'x', text: 1 }],
  ])('refuses %s', async (_case, body) => {
    expect((await post('/messages/sms', body)).status).toBe(400);
    expect(await list()).toEqual([]);
  });

  it('shows messages as text, whatever they hold', async () => {
    await post('/messages/sms', sms('m1', '<script>alert(1)</script>'));
    const page = await fetch(`${sandbox.origin}/messages`, { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('<script>');
  });
});

describe('scripted faults', () => {
  it('come in the order of the script and then stop', async () => {
    await post('/faults', {
      area: 'messages',
      steps: [
        { mode: 'down', times: 2 },
        { mode: 'ok', times: 1 },
        { mode: 'cut', times: 1 },
        { mode: 'slow', times: 1, delayMs: 10 },
      ],
    });
    const outcome = (at: number) =>
      post('/messages/sms', sms(`m${at}`)).then(
        (answer) => answer.status,
        () => 'cut',
      );
    const seen: (number | string)[] = [];
    for (let at = 0; at < 6; at += 1) seen.push(await outcome(at));
    expect(seen).toEqual([503, 503, 201, 'cut', 201, 201]);
  });

  it.each([
    ['an unknown area', { area: 'elsewhere', steps: [] }],
    ['an unknown mode', { area: 'vneid', steps: [{ mode: 'explode' }] }],
    ['no steps', { area: 'vneid' }],
  ])('refuse %s', async (_case, body) => {
    expect((await post('/faults', body)).status).toBe(400);
  });

  it('leave the other areas alone', async () => {
    await post('/faults', { area: 'vneid', steps: [{ mode: 'down' }] });
    expect((await fetch(`${sandbox.origin}/vneid/.well-known/openid-configuration`)).status).toBe(503);
    expect((await fetch(`${sandbox.origin}/sso/.well-known/openid-configuration`)).status).toBe(200);
    expect((await fetch(`${sandbox.origin}/healthz`)).status).toBe(200);
  });
});

describe('the identity providers', () => {
  it('keep their keys over a restart', async () => {
    const keys = async () => (await fetch(`${sandbox.origin}/vneid/jwks`)).json();
    const before = await keys();
    expect(before).toMatchObject({ keys: [{ kty: 'RSA', use: 'sig' }] });
    expect(JSON.stringify(before)).not.toContain('"d"');
    await sandbox.close();
    sandbox = await start();
    expect(await keys()).toEqual(before);
  });

  it('demand PKCE', async () => {
    const url = `${sandbox.origin}/vneid/auth?client_id=mocua-portal&response_type=code&scope=openid&redirect_uri=${encodeURIComponent('http://localhost:3000/api/v1/auth/vneid/callback')}`;
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('error=invalid_request');
  });

  it('answer a stale page with words, not with a fault', async () => {
    expect((await fetch(`${sandbox.origin}/vneid/interaction/unknown`)).status).toBe(400);
  });
});

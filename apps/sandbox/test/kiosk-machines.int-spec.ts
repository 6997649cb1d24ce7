import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../src/sandbox';

const device = '01990000-0000-7000-8000-000000000001';
let dataDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mocua-sandbox-'));
  sandbox = await startSandbox({ port: 0, dataDir, clientSecret: 'secret-of-this-test', portalOrigins: [] });
});
afterAll(async () => {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

const post = (path: string, body = '', headers: Record<string, string> = {}) =>
  fetch(`${sandbox.origin}${path}`, { method: 'POST', body, headers });
const form = (path: string, values: Record<string, string>) =>
  post(path, new URLSearchParams(values).toString());
const read = async () =>
  (await post(`/card-reader/devices/${device}/reading`)).json() as Promise<{ kind: string }>;

describe('the card reader', () => {
  it('gives a card once, to the machine it was put on', async () => {
    expect(await read()).toEqual({ kind: 'none' });
    await form('/card-reader', { card: 'lam', holder: 'matched', device: device.replace('1', '2') });
    expect(await read()).toEqual({ kind: 'none' });
    await form('/card-reader', { card: 'lam', holder: 'matched' });
    expect(await read()).toMatchObject({ kind: 'card', holderMatched: true });
    expect(await read()).toEqual({ kind: 'none' });
  });

  it('plays a holder who is somebody else, and a broken chip', async () => {
    await form('/card-reader', { card: 'lam', holder: 'other' });
    expect(await read()).toMatchObject({ kind: 'card', holderMatched: false });
    await form('/card-reader', { card: 'unreadable' });
    expect(await read()).toEqual({ kind: 'unreadable' });
  });
});

describe('the scanner', () => {
  it('gives the paper on the glass once, as a PDF with its name', async () => {
    expect((await post(`/scanner/devices/${device}/scan`)).status).toBe(204);
    await form('/scanner', { paper: 'giay-khai-sinh' });
    const scanned = await post(`/scanner/devices/${device}/scan`);
    expect(scanned.headers.get('x-file-name')).toBe('giay-khai-sinh.pdf');
    expect((await scanned.text()).slice(0, 5)).toBe('%PDF-');
    expect((await post(`/scanner/devices/${device}/scan`)).status).toBe(204);
  });
});

describe('the printer', () => {
  it('takes PDF only and lists what came out', async () => {
    const path = `/printer/devices/${device}/prints`;
    const headers = { 'x-file-name': encodeURIComponent('Bản sao.pdf') };
    expect((await post(path, 'hello', headers)).status).toBe(415);
    expect((await post(path, '%PDF-1.4 …', headers)).status).toBe(201);
    const listed = (await (await fetch(`${sandbox.origin}/printer?format=json`)).json()) as {
      items: object[];
    };
    expect(listed.items).toMatchObject([{ deviceId: device, name: 'Bản sao.pdf' }]);
  });
});

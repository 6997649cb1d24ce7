import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AllowedAddresses } from '@mocua/lgsp/client';
import { Carriers, SignedReceipts } from '@mocua/lgsp/messages';
import { MessageRefused, type Receipt } from '@mocua/server/notification';
import { type Sandbox, startSandbox } from '../src/sandbox';

const secret = 'development-secret-not-for-use';
const reader = new SignedReceipts({ gateway: secret, zaloAppId: 'mocua', zalo: secret });

/** A province that only listens to receipts; what nobody signed is not there. */
class Listening {
  readonly heard: (Receipt & { readonly carrier: string })[] = [];
  private waiting: (() => void)[] = [];

  private constructor(readonly server: Server) {}

  static async start(): Promise<Listening> {
    const server = createServer();
    const listening = new Listening(server);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        const carrier = request.url?.split('/').at(-2) ?? '';
        const read = reader.read(carrier as 'gateway', JSON.parse(body) as Record<string, unknown>);
        if (read) listening.heard.push({ ...read, carrier });
        response.end('{}');
        for (const go of listening.waiting.splice(0)) go();
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return listening;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Everything heard, once it is so many. */
  async until(count: number): Promise<readonly (readonly [string, string])[]> {
    while (this.heard.length < count) await new Promise<void>((go) => this.waiting.push(go));
    return this.heard.map(({ carrier, outcome }) => [carrier, outcome] as const);
  }
}

let dataDir: string;
let sandbox: Sandbox;
let province: Listening;
let sender: Carriers;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mocua-receipts-'));
  province = await Listening.start();
  sandbox = await startSandbox({
    port: 0,
    dataDir,
    clientSecret: 'secret-shared-in-this-test',
    portalOrigins: [province.origin],
  });
  sender = carriersWith(secret);
});
afterEach(async () => {
  await sender.close();
  await sandbox.close();
  province.server.closeAllConnections();
  await new Promise((done) => province.server.close(done));
  await rm(dataDir, { recursive: true, force: true });
});

function carriersWith(token: string): Carriers {
  const { hostname, port } = new URL(sandbox.origin);
  const allowed = new AllowedAddresses([
    { host: hostname, port: Number(port), protocol: 'http:', privateNetworks: ['127.0.0.0/8', '::1/128'] },
  ]);
  const zalo = { url: `${sandbox.origin}/zalo`, token, templates: null };
  return Carriers.open({ gatewayUrl: `${sandbox.origin}/messages`, zalo }, allowed);
}

const id = (last: number) => `0199a000-0000-7000-8000-00000000000${last}`;
const sms = (last: number) => ({ messageId: id(last), to: '0900000102', text: 'Ho so H99-1 da co ket qua.' });
const zalo = (last: number, template = 'zalo.done.vi@1') => ({
  messageId: id(last),
  to: '0900000102',
  template,
  facts: { code: 'H99-1', portal: 'cong.example', hotline: '1900 0099' },
});
const post = (path: string, body: object) =>
  fetch(`${sandbox.origin}${path}`, { method: 'POST', body: JSON.stringify(body) });

describe('messages through the sandbox', () => {
  it('get one signed receipt each, from their own carrier, however often they are sent', async () => {
    await sender.sms(sms(1));
    await sender.sms(sms(1));
    expect(await province.until(1)).toEqual([['gateway', 'delivered']]);
    await sender.zalo(zalo(2));
    await sender.zalo(zalo(2));
    expect(await province.until(2)).toEqual([
      ['gateway', 'delivered'],
      ['zalo', 'delivered'],
    ]);
    const response = await fetch(`${sandbox.origin}/messages?format=json&to=0900000102`);
    const { items } = (await response.json()) as { items: { kind: string; text: string }[] };
    expect(items.map(({ kind }) => kind)).toEqual(['zalo', 'sms']);
    expect(items[0]?.text).toBe('{"ma_ho_so":"H99-1","cong":"cong.example","duong_day_nong":"1900 0099"}');
  });

  it('do not arrive at a dead number, and Zalo says so at once', async () => {
    await post('/messages/dead', { to: '0900000102', dead: true });
    await sender.sms(sms(1));
    expect(await province.until(1)).toEqual([['gateway', 'failed']]);
    await expect(sender.zalo(zalo(2))).rejects.toBeInstanceOf(MessageRefused);
  });

  it('are refused for good with words nobody approved, and later with a wrong token', async () => {
    await expect(sender.zalo(zalo(1, 'hello'))).rejects.toBeInstanceOf(MessageRefused);
    const stranger = carriersWith('not-the-token');
    await expect(stranger.zalo(zalo(1))).rejects.toThrow('Zalo answered with -124.');
    await stranger.close();
  });

  it.each(['down', 'html', 'cut-json', 'poison', 'redirect'])(
    'are tried again and sent once when Zalo answers with %s',
    async (mode) => {
      await post('/faults', { area: 'zalo', steps: [{ mode, times: 1 }] });
      const failure = await sender.zalo(zalo(1)).catch((error: unknown) => error);
      expect(failure).not.toBeInstanceOf(MessageRefused);
      expect(failure).toBeInstanceOf(Error);
      expect(String(failure)).not.toContain('0900000102');
      await sender.zalo(zalo(1));
      expect(await province.until(1)).toEqual([['zalo', 'delivered']]);
    },
  );

  it('have their receipt told again after it was lost on the way', async () => {
    await post('/faults', { area: 'messages-out', steps: [{ mode: 'down', times: 1 }] });
    await sender.sms(sms(1));
    expect(await province.until(1)).toEqual([['gateway', 'delivered']]);
  });
});

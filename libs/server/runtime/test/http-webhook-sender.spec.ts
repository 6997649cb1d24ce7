import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { internalAddresses, spellingsOf } from '@mocua/testing';
import { HttpWebhookSender } from '../src/http-webhook-sender';

let server: Server;
let origin: string;
const seen: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/hang') return;
    if (request.url === '/reset') request.socket.destroy();
    else if (request.url === '/away') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.writeHead(200).write('x'.repeat(10)); // an answer without an end: nobody waits for it
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const atHome = { secureCookies: false, outboundNetworks: ['127.0.0.0/8'] };
const inEarnest = { secureCookies: true, outboundNetworks: [] };

describe('the way out to receivers', () => {
  it.each([
    ['/ok', { status: 200 }],
    ['/away', { status: 302 }],
    ['/hang', { failure: 'timeout' }],
    ['/reset', { failure: 'unreachable' }],
  ])('answers for %s what the receiver did', async (path, answer) => {
    // Short only where it is waited for in vain.
    const sender = new HttpWebhookSender(atHome, path === '/hang' ? 200 : 30_000);
    expect(await sender.send(`${origin}${path}`, {}, '{}')).toEqual(answer);
  });

  it('followed no redirect', () => {
    expect(seen).not.toContain('/elsewhere');
  });

  it('reaches none of the hostile targets', async () => {
    const sender = new HttpWebhookSender(inEarnest);
    const before = seen.length;
    const hidden = internalAddresses
      .flatMap(spellingsOf)
      .flatMap((host) => [`https://${host}/`, `https://${host}:8443/`]);
    const targets = [...hidden, `${origin}/ok`, 'https://localhost:0x1/', 'https://ai:khoa@example.vn/'];
    expect(hidden.length).toBeGreaterThanOrEqual(250);
    for (const target of targets)
      expect([target, sender.mayCall(target), await sender.send(target, {}, '{}')]).toEqual([
        target,
        false,
        { failure: 'forbidden-address' },
      ]);
    expect(seen).toHaveLength(before);
  });

  it('wants https from everybody but a system for development', () => {
    expect(new HttpWebhookSender(inEarnest).mayCall('http://he-thong.gov.vn/tin')).toBe(false);
    expect(new HttpWebhookSender(inEarnest).mayCall('https://he-thong.gov.vn/tin')).toBe(true);
    expect(new HttpWebhookSender(atHome).mayCall('http://he-thong.gov.vn/tin')).toBe(true);
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MessageRefused } from '@mocua/server/notification';
import { HttpMessageSender } from '../src/http-message-sender';

const message = { messageId: 'm-1', to: '0900000102', text: 'Hồ sơ đã được tiếp nhận.' };
const closing: (() => Promise<void>)[] = [];

async function gateway(
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => answer(request, body, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
}

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

describe('sending a message over HTTP', () => {
  it('posts id, address and text, and accepts the answer for a repeated id', async () => {
    const seen: unknown[] = [];
    const url = await gateway((request, body, response) => {
      seen.push([request.url, JSON.parse(body)]);
      response.writeHead(seen.length === 1 ? 201 : 200).end('{}');
    });
    const sender = new HttpMessageSender(url);
    await sender.sms(message);
    await sender.sms(message);
    await sender.email({ ...message, subject: 'Hồ sơ' });
    expect(seen).toEqual([
      ['/messages/sms', message],
      ['/messages/sms', message],
      ['/messages/email', { ...message, subject: 'Hồ sơ' }],
    ]);
  });

  it.each([400, 413, 422])('takes %i as a refusal of this message', async (status) => {
    const url = await gateway((_request, _body, response) => response.writeHead(status).end());
    await expect(new HttpMessageSender(url).sms(message)).rejects.toBeInstanceOf(MessageRefused);
  });

  it.each([404, 408, 429, 500, 503])('takes %i as a reason to try again later', async (status) => {
    const url = await gateway((_request, _body, response) => response.writeHead(status).end());
    const failure = new HttpMessageSender(url).sms(message);
    await expect(failure).rejects.not.toBeInstanceOf(MessageRefused);
  });

  it('gives up on a gateway that never answers', async () => {
    const url = await gateway(() => undefined);
    await expect(new HttpMessageSender(url, { timeoutMs: 50 }).sms(message)).rejects.toThrow(
      'could not be reached',
    );
  });

  it('names neither address nor text in an error', async () => {
    const url = await gateway((_request, _body, response) => response.writeHead(500).end('0900000102'));
    const error = await new HttpMessageSender(url).sms(message).catch((caught: unknown) => caught);
    expect(String(error)).not.toMatch(/0900000102|tiếp nhận/u);
  });
});

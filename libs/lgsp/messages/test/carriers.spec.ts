import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AllowedAddresses } from '@mocua/lgsp/client';
import { MessageRefused } from '@mocua/server/notification';
import { Carriers, type CarriersConnection } from '../src/carriers';

const message = { messageId: 'm-1', to: '0900000102', text: 'Hồ sơ đã được tiếp nhận.' };
const notice = {
  messageId: 'm-2',
  to: '0900000102',
  template: 'zalo.done.vi@1',
  facts: { code: 'H99-1', portal: 'cong.example', hotline: '1900 0099' },
};
const closing: (() => Promise<unknown>)[] = [];

type Limits = NonNullable<CarriersConnection['limits']>;
type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** Both carriers behind one port: the gateway below `/messages`, Zalo below `/zalo`. */
async function carriers(
  answer: Answer,
  { templates = null, limits = {} }: { templates?: ReadonlyMap<string, string> | null; limits?: Limits } = {},
): Promise<Carriers> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => answer(request, body, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const allowed = new AllowedAddresses([
    { host: '127.0.0.1', port, protocol: 'http:', privateNetworks: ['127.0.0.0/8'] },
  ]);
  const url = `http://127.0.0.1:${port}`;
  const zalo = { url: `${url}/zalo`, token: 'token', templates };
  const opened = Carriers.open({ gatewayUrl: `${url}/messages`, zalo, limits }, allowed);
  closing.push(async () => {
    await opened.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return opened;
}

const answering = (status: number, text = ''): Answer => {
  return (_request, _body, response) => response.writeHead(status).end(text);
};

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

describe('the message gateway', () => {
  it('gets id, address and text, and its answer to a repeated id is accepted', async () => {
    const seen: unknown[] = [];
    const sender = await carriers((request, body, response) => {
      seen.push([request.url, request.headers['idempotency-key'], JSON.parse(body)]);
      response.writeHead(seen.length === 1 ? 201 : 200).end(seen.length === 1 ? '{}' : '');
    });
    await sender.sms(message);
    await sender.sms(message);
    await sender.email({ ...message, subject: 'Hồ sơ' });
    expect(seen).toEqual([
      ['/messages/sms', 'm-1', message],
      ['/messages/sms', 'm-1', message],
      ['/messages/email', 'm-1', { ...message, subject: 'Hồ sơ' }],
    ]);
  });

  it.each([400, 413, 422])('refuses this message with %i', async (status) => {
    const sender = await carriers(answering(status));
    await expect(sender.sms(message)).rejects.toBeInstanceOf(MessageRefused);
  });

  it.each([404, 408, 429, 500, 503])('is to be tried again later after %i', async (status) => {
    const sender = await carriers(answering(status));
    await expect(sender.sms(message)).rejects.not.toBeInstanceOf(MessageRefused);
  });

  it('does not hold anybody when it never answers', async () => {
    const sender = await carriers(() => undefined, { limits: { readMs: 50 } });
    await expect(sender.sms(message)).rejects.toThrow('message-gateway: timeout');
  });

  it('is left alone for a while when it is down, and Zalo goes on', async () => {
    let asked = 0;
    const sender = await carriers(
      (request, _body, response) => {
        const isZalo = request.url === '/zalo/message/template';
        if (!isZalo) asked += 1;
        response.writeHead(isZalo ? 200 : 500).end('{"error":0}');
      },
      { limits: { failuresToOpen: 3 } },
    );
    for (let time = 0; time < 6; time += 1) await expect(sender.sms(message)).rejects.toThrow();
    expect(asked).toBe(3);
    await expect(sender.zalo(notice)).resolves.toBeUndefined();
  });

  it('leaves neither address nor text in an error', async () => {
    const sender = await carriers(answering(500, '0900000102'));
    const error = await sender.sms(message).catch((caught: unknown) => caught);
    expect(String(error)).not.toMatch(/0900000102|tiếp nhận/u);
  });
});

describe('the account at Zalo', () => {
  const templates = new Map([['zalo.done.vi@1', '262541']]);

  it('gets the number that was given to the text, and three facts', async () => {
    const seen: unknown[] = [];
    const sender = await carriers(
      (request, body, response) => {
        seen.push([request.headers['access_token'], JSON.parse(body)]);
        response.end('{"error":0}');
      },
      { templates },
    );
    await sender.zalo(notice);
    const data = { ma_ho_so: 'H99-1', cong: 'cong.example', duong_day_nong: '1900 0099' };
    expect(seen).toEqual([
      ['token', { phone: '84900000102', template_id: '262541', template_data: data, tracking_id: 'm-2' }],
    ]);
  });

  it('is not asked for words that nobody approved', async () => {
    let asked = 0;
    const sender = await carriers(
      (_request, _body, response) => {
        asked += 1;
        response.end('{"error":0}');
      },
      { templates },
    );
    await expect(sender.zalo({ ...notice, template: 'zalo.received.vi@1' })).rejects.toBeInstanceOf(
      MessageRefused,
    );
    expect(asked).toBe(0);
  });

  it.each([-108, -118, -119])('refuses this message with %i', async (error) => {
    const sender = await carriers(answering(200, `{"error":${error}}`));
    await expect(sender.zalo(notice)).rejects.toBeInstanceOf(MessageRefused);
  });

  it.each(['{"error":-124}', '{"error":"0"}', '<html>', ''])(
    'is to be tried again later after %j',
    async (text) => {
      const sender = await carriers(answering(200, text));
      const failure = sender.zalo(notice);
      await expect(failure).rejects.toBeInstanceOf(Error);
      await expect(failure).rejects.not.toBeInstanceOf(MessageRefused);
    },
  );
});

import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Dispatcher, fetch } from 'undici';
import { hostileTargets } from '@mocua/testing';
import { AllowedAddresses, guardedDispatcher } from '../src/index';
import type { Resolver } from '../src/network/guarded-lookup';

let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

async function serve(answer: RequestListener): Promise<{ port: number; asked: () => number }> {
  let asked = 0;
  const server: Server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}

/** Allows one port of the loopback interface, as a province allows its own gateway. */
function guard(port: number, resolve?: Resolver): Dispatcher {
  const allowed = new AllowedAddresses([
    { host: 'localhost', port, protocol: 'http:', privateNetworks: ['127.0.0.0/8', '::1/128'] },
  ]);
  const dispatcher = guardedDispatcher(allowed, resolve === undefined ? {} : { resolve });
  open.push(dispatcher);
  return dispatcher;
}

async function outcome(url: string, dispatcher: Dispatcher): Promise<string> {
  try {
    const answer = await fetch(url, { dispatcher });
    return await answer.text();
  } catch (error) {
    const cause = (error as { cause?: { code?: string; name?: string } }).cause;
    return cause?.code ?? cause?.name ?? 'refused';
  }
}

describe('fetch through the guarded dispatcher', () => {
  it('reaches what is allowed, also after a redirect inside it', async () => {
    const gateway = await serve((request, response) =>
      request.url === '/old' ? response.writeHead(302, { location: '/new' }).end() : response.end('here'),
    );
    const dispatcher = guard(gateway.port);
    expect(await outcome(`http://localhost:${String(gateway.port)}/old`, dispatcher)).toBe('here');
  });

  it('follows a redirect nowhere else, in more than 250 spellings', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const targets = [
      ...hostileTargets('localhost'),
      `http://127.0.0.1:${String(inside.port)}/`,
      `http://[::ffff:127.0.0.1]:${String(inside.port)}/`,
      `http://localhost:${String(inside.port)}/`,
      `http://0x7f.1:${String(inside.port)}/`,
    ];
    const gateway = await serve((request, response) => {
      const at = Number(request.url?.slice(1));
      response.writeHead(302, { location: Buffer.from(targets[at] ?? '/').toString('latin1') }).end();
    });
    const dispatcher = guard(gateway.port);
    const outcomes = await Promise.all(
      targets.map((_target, at) =>
        outcome(`http://localhost:${String(gateway.port)}/${String(at)}`, dispatcher),
      ),
    );
    expect(targets.length).toBeGreaterThanOrEqual(250);
    expect(outcomes.filter((text) => text === 'secret')).toEqual([]);
    expect([inside.asked(), gateway.asked()]).toEqual([0, targets.length]);
  });

  it('does not connect to a name that changes its mind', async () => {
    const gateway = await serve((_request, response) => response.end('here'));
    const answers = ['127.0.0.1', '169.254.169.254', '10.0.0.1', '::ffff:10.0.0.1', '192.168.1.1'];
    let asked = 0;
    const changing: Resolver = (_name, _options, callback) => {
      const address = answers[asked % answers.length] ?? '';
      asked += 1;
      callback(null, [{ address, family: address.includes(':') ? 6 : 4 } satisfies LookupAddress]);
    };
    const seen: string[] = [];
    for (let n = 0; n < answers.length; n += 1)
      // a dispatcher each: a kept connection would hide what the next look-up says
      seen.push(await outcome(`http://localhost:${String(gateway.port)}/`, guard(gateway.port, changing)));
    expect(seen).toEqual(['here', ...Array<string>(4).fill('LGSP_FORBIDDEN_ADDRESS')]);
  });
});

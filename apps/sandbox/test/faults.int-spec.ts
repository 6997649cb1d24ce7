import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agent, fetch as undiciFetch } from 'undici';
import { deliver } from '../src/faults/deliver';
import { type FaultMode, faultModeNames, faultModes } from '../src/faults/fault-modes';
import { Faults } from '../src/faults/faults';
import { underFaults } from '../src/faults/strike';
import { type Sandbox, startSandbox } from '../src/sandbox';
import { readJsonObject, sendJson } from '../src/web/exchange';

const answerText = 'Hồ sơ đã được ghi nhận ở cổng quốc gia';

/** A fake that keeps what it was sent and knows nothing of faults. */
class Ledger {
  readonly effects: string[] = [];
  readonly faults = new Faults();
  private readonly server = createServer((request, response) => {
    void underFaults(
      this.faults,
      'dvcqg',
      async (incoming, outgoing) => {
        const { id } = await readJsonObject(incoming);
        this.effects.push(String(id));
        sendJson(outgoing, 201, { id, text: answerText });
      },
      (outgoing: ServerResponse, error) => sendJson(outgoing, 500, { error: String(error) }),
      [request, response, new URL(request.url ?? '/', 'http://localhost')],
    );
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  fail(mode: FaultMode | 'ok', times: number | null = 1, delayMs = 40): void {
    this.faults.set('dvcqg', [{ mode, times, delayMs }]);
  }

  /** What a caller sees who reads the answer as a service of ours does. */
  async send(id: string, waitMs = 20_000, path = ''): Promise<string> {
    const port = (this.server.address() as AddressInfo).port;
    try {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/dvcqg${path}`, {
        method: 'POST',
        body: JSON.stringify({ id }),
        redirect: 'manual',
        signal: AbortSignal.timeout(waitMs),
      });
      const reader = answer.body?.getReader();
      const pieces: Uint8Array[] = [];
      for (let size = 0; size < 1_000_000;) {
        const piece = await reader?.read();
        if (piece === undefined || piece.done) {
          const text = Buffer.concat(pieces).toString('utf8');
          return `${String(answer.status)} ${answer.headers.get('content-type') ?? ''} ${text}`;
        }
        pieces.push(piece.value);
        size += piece.value.length;
      }
      await reader?.cancel();
      return 'no end';
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'no answer' : 'broken';
    }
  }
}

let ledger: Ledger;
beforeEach(async () => {
  ledger = new Ledger();
  await ledger.open();
});
afterEach(() => ledger.close());

const right = `201 application/json; charset=utf-8 ${JSON.stringify({ id: 'a', text: answerText })}`;
const seen: Readonly<Record<Exclude<FaultMode, 'late-duplicate' | 'reorder'>, string | RegExp>> = {
  down: '503 text/plain down',
  error: /^500 application\/json/u,
  'bad-gateway': /^502 text\/html.*bảo trì/u,
  'gateway-timeout': /^504 text\/html/u,
  throttled: '429 application/json {}',
  unauthorised: /^401 .*invalid_token/u,
  html: /^200 text\/html.*<!doctype html>/u,
  redirect: /^302/u,
  hang: 'no answer',
  cut: 'broken',
  reset: 'broken',
  'expired-certificate': 'broken',
  'reply-lost': 'broken',
  'reply-hang': 'no answer',
  'reply-failed': /^502 text\/html/u,
  truncated: 'broken',
  'cut-json': /^201 application\/json; charset=utf-8 \{"id":"a"[^}]*$/u,
  empty: /^200 application\/json; charset=utf-8 $/u,
  'wrong-charset': /^201 application\/json; charset=windows-1258 .*H\? s\?/u,
  'broken-text': /^201 application\/json; charset=utf-8 \{\u{fffd}\(/u,
  poison: /^201 application\/json; charset=utf-8 \{"error_code":"0","result":\[\[null,7\]\]\}$/u,
  flood: 'no end',
  slow: right,
  drip: right,
  duplicate: right,
};

describe('a fault', () => {
  it.each(Object.keys(seen) as (keyof typeof seen)[])(
    'of the mode %s shows its own face, has the effect it declares, and is over after its time',
    async (mode) => {
      ledger.fail(mode);
      const quiet = mode === 'hang' || mode === 'reply-hang';
      const shown = await ledger.send('a', quiet ? 1_000 : 20_000);
      const expected = seen[mode];
      if (typeof expected === 'string') expect(shown).toBe(expected);
      else expect(shown).toMatch(expected);
      const times = { none: 0, once: 1, twice: 2 }[faultModes[mode].effect];
      expect(ledger.effects).toEqual(Array<string>(times).fill('a'));
      expect(ledger.faults.counts()).toEqual({ dvcqg: { [mode]: 1 } });
      expect(await ledger.send('a')).toBe(right);
    },
  );

  it('of the mode reorder lets the next request go first', async () => {
    ledger.fail('reorder', 1, 60_000);
    const first = ledger.send('a');
    await until(() => ledger.faults.isHolding('dvcqg'));
    await ledger.send('b');
    expect(await first).toBe(right);
    expect(ledger.effects).toEqual(['b', 'a']);
  });

  it('of the mode reorder turns round pairs while it lasts, and lets a lone request go in the end', async () => {
    ledger.fail('reorder', null, 30);
    expect(await ledger.send('a')).toBe(right);
    ledger.fail('reorder', null, 60_000);
    const held = ledger.send('b');
    await until(() => ledger.faults.isHolding('dvcqg'));
    await ledger.send('c');
    await held;
    expect(ledger.effects).toEqual(['a', 'c', 'b']);
  });

  it('of the mode late-duplicate comes back after the next request', async () => {
    ledger.fail('late-duplicate', 1, 60_000);
    expect(await ledger.send('a')).toBe(right);
    await ledger.send('b');
    await until(() => ledger.effects.length === 3);
    expect(ledger.effects).toEqual(['a', 'b', 'a']);
  });

  it('strikes only what it names, by path and by body', async () => {
    const once = { mode: 'down', times: null, delayMs: 0 } as const;
    ledger.faults.set('dvcqg', [
      { ...once, only: { path: '/tien-do' } },
      { ...once, mode: 'error', only: { body: '"poisoned"' } },
    ]);
    const kinds = await Promise.all([
      ledger.send('a', 20_000, '/tien-do'),
      ledger.send('poisoned'),
      ledger.send('a'),
    ]);
    expect(kinds.map((kind) => kind.slice(0, 3))).toEqual(['503', '500', '201']);
    expect(ledger.effects).toEqual(['a']);
  });

  it('is one of at least twenty', () => {
    expect(faultModeNames.length).toBeGreaterThanOrEqual(20);
  });
});

describe('what the sandbox sends by itself', () => {
  it.each(faultModeNames.filter((mode) => mode !== 'reorder' && mode !== 'late-duplicate'))(
    'meets %s on the way',
    async (mode) => {
      const faults = new Faults();
      faults.set('payment-out', [{ mode, times: 1, delayMs: 1 }]);
      const arrived: string[] = [];
      const send = (): Promise<void> => Promise.resolve(void arrived.push('a'));
      const about = { path: '/callback', body: '' };
      const outcome = await deliver(faults, 'payment-out', about, send).then(
        () => 'told',
        (error: Error) => error.name,
      );
      const { effect } = faultModes[mode];
      expect(arrived).toHaveLength({ none: 0, once: 1, twice: 2 }[effect]);
      expect(outcome).toBe(['slow', 'drip', 'duplicate'].includes(mode) ? 'told' : 'DeliveryLost');
    },
  );

  it('overtakes, and comes back late', async () => {
    const faults = new Faults();
    faults.set('dvcqg-out', [
      { mode: 'late-duplicate', times: 1, delayMs: 60_000 },
      { mode: 'ok', times: 1, delayMs: 0 },
      { mode: 'reorder', times: 1, delayMs: 60_000 },
    ]);
    const arrived: string[] = [];
    const send = (name: string): Promise<void> =>
      deliver(faults, 'dvcqg-out', { path: '', body: '' }, () => Promise.resolve(void arrived.push(name)));
    await send('a');
    await send('b');
    await until(() => arrived.length === 3);
    await Promise.all([send('c'), send('d')]);
    expect(arrived).toEqual(['a', 'b', 'a', 'd', 'c']);
  });
});

describe('the sandbox behind TLS', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mocua-sandbox-'));
    sandbox = await startSandbox({
      port: 0,
      tlsPort: 0,
      dataDir,
      clientSecret: 'secret-of-this-test',
      portalOrigins: [],
    });
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is trusted through its authority, and not while its certificate has ended', async () => {
    const agent = new Agent({ connect: { ca: sandbox.tls?.ca ?? '' }, keepAliveTimeout: 1 });
    const ask = (): Promise<string> =>
      undiciFetch(`${sandbox.tls?.origin ?? ''}/messages`, { dispatcher: agent }).then(
        async (answer) => {
          await answer.text();
          return String(answer.status);
        },
        (error: Error) => String((error.cause as { code?: string } | undefined)?.code),
      );
    const set = (body: object): Promise<Response> =>
      fetch(`${sandbox.origin}/faults`, { method: 'POST', body: JSON.stringify(body) });
    expect(await ask()).toBe('200');
    await set({ area: 'messages', steps: [{ mode: 'expired-certificate' }] });
    await until(async () => (await ask()) === 'CERT_HAS_EXPIRED');
    await set({ area: 'messages', steps: [] });
    expect(await ask()).toBe('200');
    await agent.close();
  });

  it('shows every switch on one page', async () => {
    const page = await fetch(`${sandbox.origin}/faults`, { headers: { accept: 'text/html' } });
    const text = await page.text();
    for (const mode of faultModeNames) expect(text).toContain(`value="${mode}"`);
    const form = new URLSearchParams({ area: 'post', mode: 'cut-json', times: '3' });
    await fetch(`${sandbox.origin}/faults`, { method: 'POST', body: form });
    const listed = (await (await fetch(`${sandbox.origin}/faults`)).json()) as Record<string, object[]>;
    expect(listed['post']).toMatchObject([{ mode: 'cut-json', times: 3 }]);
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

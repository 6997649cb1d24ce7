import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the platform of the sandbox, which no program of ours may reach
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox';
import { ApiHarness } from './api-harness';

/** What the outside world and the province prove themselves with. */
export const outsideSecret = 'a-secret-of-this-test';

export interface KnownParcel {
  readonly reference: string;
  readonly itemCode: string;
  readonly cancelled: boolean;
  readonly states: readonly string[];
  readonly receiver: { readonly name: string; readonly phone: string; readonly address: string };
}

/** An API that listens, and the payment platform of a real sandbox that reaches it. */
export class OutsideWithMoney {
  private constructor(
    readonly api: ApiHarness,
    private readonly sandbox: Sandbox,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<OutsideWithMoney> {
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const portal = `http://localhost:${port}`;
    const api = await ApiHarness.start({
      PUBLIC_ORIGIN: portal,
      SANDBOX_PORT: String(sandboxPort),
      ...environment,
    });
    const sandbox = await startSandbox({
      port: sandboxPort,
      dataDir: api.dataDir,
      clientSecret: outsideSecret,
      portalOrigins: [portal],
    });
    await api.app.listen(port, '127.0.0.1');
    return new OutsideWithMoney(api, sandbox);
  }

  /** Where the outside world is. */
  get origin(): string {
    return this.sandbox.origin;
  }

  /** What a person does there: presses the one button. */
  async payOnPage(
    payUrl: string | null | undefined,
    form: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const answer = await fetch(payUrl ?? '', {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`the page answered ${answer.status}`);
  }

  /** How many orders of a dossier are settled, as soon as there is one. */
  async settled(dossierId: string): Promise<number> {
    return this.eventually(async () => {
      const rows = await this.api.parts.database.query(
        'SELECT 1 FROM payment.settlements WHERE dossier_id = $1',
        [dossierId],
      );
      return rows.length;
    });
  }

  /** Waits until a callback about an order was judged. */
  async callbacksHeard(payUrl: string | null | undefined): Promise<void> {
    const reference = payUrl?.split('/').at(-1);
    await this.eventually(async () => {
      const rows = await this.api.parts.database.query(
        'SELECT 1 FROM payment.callbacks WHERE reference = $1',
        [reference],
      );
      return rows.length;
    });
  }

  async script(area: string, steps: readonly object[]): Promise<void> {
    const answer = await fetch(`${this.sandbox.origin}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ area, steps }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Every parcel at the post goes these steps, as a tester presses them. */
  async moveParcels(...codes: readonly string[]): Promise<void> {
    for (const { reference } of await this.parcels()) await this.moveParcel(reference, ...codes);
  }

  async moveParcel(reference: string, ...codes: readonly string[]): Promise<void> {
    for (const code of codes) {
      const answer = await fetch(`${this.sandbox.origin}/post/buu-gui/${encodeURIComponent(reference)}`, {
        method: 'POST',
        body: new URLSearchParams({ code, place: 'Bưu cục Đồng Sen' }),
        redirect: 'manual',
      });
      if (answer.status !== 303) throw new Error(`the post answered ${answer.status}`);
    }
  }

  /** What the post knows. */
  async parcels(): Promise<readonly KnownParcel[]> {
    const answer = await fetch(`${this.sandbox.origin}/post?format=json`);
    return (await answer.json()) as readonly KnownParcel[];
  }

  /** Until the client tries a service again that failed. */
  async wellAgain(): Promise<void> {
    await this.eventually(async () =>
      (await fetch(`${this.sandbox.origin}/payment?format=json`)).ok ? 1 : 0,
    );
  }

  /** The day on the clock of the platform, which is the real one. */
  today(): string {
    return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.api.close();
  }

  private async eventually(count: () => Promise<number>): Promise<number> {
    for (let round = 0; round < 400; round += 1) {
      const found = await count();
      if (found > 0) return found;
      await pause(25);
    }
    throw new Error('it did not happen');
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

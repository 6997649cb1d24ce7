import { setTimeout as wait } from 'node:timers/promises';
import { deliver } from '../faults/deliver';
import type { Faults } from '../faults/faults';
import type { Movement } from './payment-books';
import { sign, signedParts, vietnamTime } from './signature';

export interface ProvinceAccount {
  readonly callbackUrl: string;
  readonly partner: string;
  readonly secret: string;
}

const waitsMs = [0, 500, 2_000, 5_000];

/** Tells the province of payments, a few times, and then gives up: whoever heard nothing has to ask. */
export class Callbacks {
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly account: ProvinceAccount,
    private readonly faults: Faults,
  ) {}

  tell(movement: Movement): void {
    const telling = this.try(this.messageOf(movement)).finally(() => this.running.delete(telling));
    this.running.add(telling);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  private messageOf({ reference, transactionId, amount, at }: Movement): Readonly<Record<string, unknown>> {
    const { partner, secret } = this.account;
    const message = {
      LoaiBanTin: 'NOTIFY',
      PhienBan: '1.0.6',
      MaDoiTac: partner,
      MaThamChieu: reference,
      MaGiaoDich: transactionId,
      SoTien: amount,
      TrangThai: 'DA_THANH_TOAN',
      ThoiGianTT: vietnamTime(at),
    };
    return { ...message, MaXacThuc: sign(message, signedParts.NOTIFY, secret) };
  }

  private async try(message: Readonly<Record<string, unknown>>): Promise<void> {
    const body = JSON.stringify(message);
    for (const ms of waitsMs) {
      try {
        await wait(ms, undefined, { signal: this.closing.signal });
        await deliver(this.faults, 'payment-out', { path: '/callback', body }, () => this.post(body));
        return;
      } catch {
        if (this.closing.signal.aborted) return; // not heard: tried again after the next wait
      }
    }
  }

  private async post(body: string): Promise<void> {
    const response = await fetch(this.account.callbackUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(5_000)]),
    });
    const answer = (await response.json()) as { MaLoi?: string };
    if (answer.MaLoi !== '00') throw new Error('the province did not take the message');
  }
}

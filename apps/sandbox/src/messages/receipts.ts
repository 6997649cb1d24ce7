import { createHash, createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { deliver } from '../faults/deliver';
import type { Faults } from '../faults/faults';
import type { Message } from './message-log';

export interface CarrierAccounts {
  /** Where receipts go, without the carrier's name. */
  readonly receiptsUrl: string;
  readonly gatewaySecret: string;
  readonly zalo: { readonly appId: string; readonly token: string; readonly secret: string };
}

const waitsMs = [0, 500, 2_000, 5_000];

/** Tells the province what became of each message, a few times, and then gives up. */
export class Receipts {
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly dead = new Set<string>();

  constructor(
    private readonly accounts: CarrierAccounts,
    private readonly faults: Faults,
  ) {}

  /** From here on nothing arrives at this address, or everything does again. */
  setDead(to: string, isDead: boolean): void {
    if (isDead) this.dead.add(to);
    else this.dead.delete(to);
  }

  isDead(to: string): boolean {
    return this.dead.has(to);
  }

  tell(message: Message): void {
    const telling = this.try(message).finally(() => this.running.delete(telling));
    this.running.add(telling);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  private async try(message: Message): Promise<void> {
    const carrier = message.kind === 'zalo' ? 'zalo' : 'gateway';
    const area = carrier === 'zalo' ? 'zalo-out' : 'messages-out';
    const path = `/${carrier}/receipts`;
    const body = JSON.stringify(carrier === 'zalo' ? this.zaloEvent(message) : this.gatewayReceipt(message));
    for (const ms of waitsMs) {
      try {
        await wait(ms, undefined, { signal: this.closing.signal });
        await deliver(this.faults, area, { path, body }, () => this.post(path, body));
        return;
      } catch {
        if (this.closing.signal.aborted) return; // not heard: tried again after the next wait
      }
    }
  }

  private gatewayReceipt({ messageId, to }: Message): Readonly<Record<string, unknown>> {
    const [state, at] = [this.isDead(to) ? 'UNDELIVERED' : 'DELIVERED', new Date().toISOString()];
    const signature = createHmac('sha256', this.accounts.gatewaySecret)
      .update(`${messageId}|${state}|${at}`)
      .digest('hex');
    return { messageId, state, at, signature };
  }

  private zaloEvent({ messageId }: Message): Readonly<Record<string, unknown>> {
    const { appId, secret } = this.accounts.zalo;
    const now = String(Date.now());
    const mac = createHash('sha256').update(`${appId}${messageId}${now}${now}${secret}`).digest('hex');
    const message = { msg_id: `zalo-${messageId}`, tracking_id: messageId, delivery_time: now };
    return { event_name: 'user_received_message', app_id: appId, message, timestamp: now, mac };
  }

  private async post(path: string, body: string): Promise<void> {
    const response = await fetch(`${this.accounts.receiptsUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(5_000)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error('the province did not take the receipt');
  }
}

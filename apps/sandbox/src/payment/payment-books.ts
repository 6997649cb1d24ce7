import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export interface PaymentOrder {
  readonly reference: string;
  readonly amount: number;
  readonly text: string;
  readonly dossierCode: string;
  readonly returnUrl: string;
  readonly expiresAt: string;
}
export interface Movement {
  readonly kind: 'THU' | 'HOAN';
  readonly transactionId: string;
  /** Of the order, or of the refund. */
  readonly reference: string;
  readonly amount: number;
  readonly at: string;
  /** Of a refund: the payment it is a part of. */
  readonly of?: string;
}

type Line = { readonly order: PaymentOrder } | { readonly movement: Movement };

/** What the platform knows: orders and movements of money, in an append-only file. */
export class PaymentBooks {
  private readonly orders = new Map<string, PaymentOrder>();
  private readonly movements: Movement[] = [];
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<PaymentBooks> {
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const books = new PaymentBooks(await open(path, 'a'));
    for (const line of known.split('\n').filter((each) => each !== '')) books.take(JSON.parse(line) as Line);
    return books;
  }

  order(reference: string): PaymentOrder | undefined {
    return this.orders.get(reference);
  }

  /** Newest first. */
  list(): readonly PaymentOrder[] {
    return [...this.orders.values()].reverse();
  }

  /** Opening an order again changes nothing; false when the same reference comes with another amount. */
  async addOrder(order: PaymentOrder): Promise<boolean> {
    const known = this.orders.get(order.reference);
    if (known) return known.amount === order.amount;
    await this.write({ order });
    return true;
  }

  paymentsOf(reference: string): readonly Movement[] {
    return this.movements.filter((each) => each.kind === 'THU' && each.reference === reference);
  }

  async pay(reference: string, amount: number): Promise<Movement> {
    const at = new Date().toISOString();
    const movement: Movement = { kind: 'THU', transactionId: `GD${randomUUID()}`, reference, amount, at };
    await this.write({ movement });
    return movement;
  }

  /** The refund with this reference; null when there is no such payment, or less than this is left of it. */
  async refund(reference: string, transactionId: string, amount: number): Promise<Movement | null> {
    const refunds = this.movements.filter(
      ({ kind, of, transactionId: id }) => kind === 'HOAN' && (of ?? id.slice(3)) === transactionId,
    );
    const known = refunds.find((each) => each.reference === reference);
    if (known) return known.amount === amount ? known : null;
    const paid = this.movements.find((each) => each.transactionId === transactionId && each.kind === 'THU');
    const left = (paid?.amount ?? 0) - refunds.reduce((sum, each) => sum + each.amount, 0);
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > left) return null;
    const movement: Movement = {
      kind: 'HOAN',
      transactionId:
        refunds.length === 0 ? `HT-${transactionId}` : `HT${refunds.length + 1}-${transactionId}`,
      reference,
      amount,
      at: new Date().toISOString(),
      of: transactionId,
    };
    await this.write({ movement });
    return movement;
  }

  /** Movements of a day in Vietnam, `yyyyMMdd`. */
  ofDay(day: string): readonly Movement[] {
    return this.movements.filter(
      ({ at }) =>
        new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '') === day,
    );
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private async write(line: Line): Promise<void> {
    this.take(line);
    this.writing = this.writing.then(() => this.file.appendFile(`${JSON.stringify(line)}\n`));
    await this.writing;
  }

  private take(line: Line): void {
    if ('order' in line) this.orders.set(line.order.reference, line.order);
    else this.movements.push(line.movement);
  }
}

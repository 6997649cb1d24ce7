import { type FileHandle, open, readFile } from 'node:fs/promises';

export interface ParcelOrder {
  readonly reference: string;
  readonly itemCode: string;
  readonly description: string;
  readonly paidBy: string;
  readonly receiver: { readonly name: string; readonly phone: string; readonly address: string };
  readonly sender: string;
}
export interface Movement {
  /** Counts over all parcels, as the post does. */
  readonly id: number;
  readonly reference: string;
  readonly code: StateCode;
  readonly at: string;
  readonly place: string;
}

/** What can happen to a parcel, by the code of the wire. */
export const stateNames = {
  '1': 'Đã nhận yêu cầu',
  '2': 'Đã thu gom',
  '3': 'Đang vận chuyển',
  '4': 'Đã phát',
  '5': 'Phát không thành công',
  '6': 'Đã chuyển hoàn',
} as const;
export type StateCode = keyof typeof stateNames;

/** What may follow: nothing is delivered before it was collected, and nothing moves after its end. */
const next: Readonly<Record<StateCode, readonly StateCode[]>> = {
  '1': ['2'],
  '2': ['3', '4', '5', '6'],
  '3': ['3', '4', '5', '6'],
  '4': [],
  '5': ['3', '4', '5', '6'],
  '6': [],
};

type Line =
  { readonly order: ParcelOrder } | { readonly movement: Movement } | { readonly cancelled: string };

/** What the post knows: orders, what happened to them, and what was called off, in an append-only file. */
export class ParcelBook {
  private readonly orders = new Map<string, ParcelOrder>();
  private readonly cancelled = new Set<string>();
  private readonly movements: Movement[] = [];
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<ParcelBook> {
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const book = new ParcelBook(await open(path, 'a'));
    for (const line of known.split('\n').filter((each) => each !== '')) book.take(JSON.parse(line) as Line);
    return book;
  }

  /** Newest first. */
  list(): readonly ParcelOrder[] {
    return [...this.orders.values()].reverse();
  }

  order(reference: string): ParcelOrder | undefined {
    return this.orders.get(reference);
  }

  isCancelled(reference: string): boolean {
    return this.cancelled.has(reference);
  }

  movementsOf(reference: string): readonly Movement[] {
    return this.movements.filter((each) => each.reference === reference);
  }

  /** What may happen to a parcel now. */
  nextOf(reference: string): readonly StateCode[] {
    const last = this.movementsOf(reference).at(-1);
    return last === undefined || this.isCancelled(reference) ? [] : next[last.code];
  }

  /** The order under this reference, new or known; null when it is known with another receiver. */
  async add(order: Omit<ParcelOrder, 'itemCode'>): Promise<ParcelOrder | null> {
    const known = this.orders.get(order.reference);
    if (known) return JSON.stringify(known.receiver) === JSON.stringify(order.receiver) ? known : null;
    const itemCode = `EM${String(990_000_000 + this.orders.size)}VN`;
    const taken = { ...order, itemCode };
    await this.write({ order: taken });
    await this.move(order.reference, '1', '');
    return taken;
  }

  async move(reference: string, code: StateCode, place: string): Promise<Movement> {
    const id = this.movements.length + 1;
    const movement: Movement = { id, reference, code, at: new Date().toISOString(), place };
    await this.write({ movement });
    return movement;
  }

  /** Whether the order is called off now; one that was collected stays. */
  async cancel(reference: string): Promise<boolean> {
    if (this.isCancelled(reference)) return true;
    if (this.movementsOf(reference).at(-1)?.code !== '1') return false;
    await this.write({ cancelled: reference });
    return true;
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
    else if ('movement' in line) this.movements.push(line.movement);
    else this.cancelled.add(line.cancelled);
  }
}

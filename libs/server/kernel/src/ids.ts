import { createHash, randomFillSync } from 'node:crypto';

/** Random bytes for the next ids: asking the generator once for many costs as much as asking for one. */
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

function randomId(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  return bytes;
}

/** New time-ordered id (UUID version 7): neighbours in time are neighbours in the index. */
export function newId<T extends string>(now: Date = new Date()): T {
  const bytes = randomId();
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return format(bytes) as T;
}

/** Id that is always the same for the same name (UUID version 5 layout), for seeds and derived documents. */
export function namedId<T extends string>(namespace: string, name: string): T {
  const bytes = createHash('sha1').update(`${namespace}\u0000${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return format(bytes) as T;
}

function format(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

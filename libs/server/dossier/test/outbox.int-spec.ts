import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createLogger,
  OutboxHandler,
  OutboxRelay,
  outboxJson,
  type OutboxRow,
  replayDeadLetter,
} from '@mocua/server/kernel';
import { MovingClock, scaled, startTestDatabase, type TestDatabase } from '@mocua/testing';

let db: TestDatabase;
let clock: MovingClock;
let relay: OutboxRelay;
beforeAll(async () => {
  db = await startTestDatabase();
}, 60_000);
beforeEach(async () => {
  await db.database.query('DELETE FROM kernel.outbox');
  clock = new MovingClock('2026-11-16T01:05:00.000Z');
  relay = new OutboxRelay(db.database, clock, createLogger('test', 'silent'));
});
afterAll(() => db.close());

class Receiver extends OutboxHandler {
  readonly destination = 'test';
  readonly delivered: string[] = [];
  refuse: (text: string) => boolean = () => false;

  async deliver(row: OutboxRow): Promise<void> {
    const text = `${row.lane}${String(row.payload['n'])}`;
    await Promise.resolve();
    if (this.refuse(text)) throw new Error('the other side is down');
    this.delivered.push(text);
  }
}

async function write(...texts: string[]): Promise<void> {
  for (const text of texts) {
    const message = { destination: 'test', lane: text.slice(0, 1), payload: { n: Number(text.slice(1)) } };
    await db.database.query(
      `INSERT INTO kernel.outbox (destination, lane, payload, not_before)
       SELECT destination, lane, payload, not_before FROM jsonb_to_recordset($1::jsonb) AS o(destination text, lane text, payload jsonb, not_before timestamptz)`,
      [outboxJson([message])],
    );
  }
}

/** Rounds until nothing is claimable; what else runs on the server may hold the horizon down for a moment. */
async function deliverAll(receiver: Receiver, expected: number): Promise<string[]> {
  for (let idle = 0; idle < 40 && receiver.delivered.length < expected;) {
    if ((await relay.deliverBatch(receiver)) === 0) {
      idle += 1;
      await pause(15);
    }
  }
  return receiver.delivered;
}

function lane(delivered: readonly string[], name: string): string[] {
  return delivered.filter((text) => text.startsWith(name));
}

describe('the outbox', () => {
  it('delivers each lane in the order it was written', async () => {
    await write('a1', 'b1', 'a2', 'b2', 'a3', 'c1');
    const delivered = await deliverAll(new Receiver(), 6);
    expect([lane(delivered, 'a'), lane(delivered, 'b'), lane(delivered, 'c')]).toEqual([
      ['a1', 'a2', 'a3'],
      ['b1', 'b2'],
      ['c1'],
    ]);
  });

  it('tries again later and lets nothing overtake in the lane', async () => {
    await write('a1', 'a2');
    const receiver = new Receiver();
    receiver.refuse = (text) => text === 'a1';
    for (let attempt = 0; attempt < 10 && (await relay.deliverBatch(receiver)) === 0; attempt += 1)
      await pause(15);
    receiver.refuse = () => false;
    expect(await relay.deliverBatch(receiver)).toBe(0);
    clock.advance({ seconds: 3 });
    expect(await deliverAll(receiver, 2)).toEqual(['a1', 'a2']);
  });

  it('puts aside what cannot be delivered: its lane waits, the others go on, and a replay lets it follow', async () => {
    await write('a1', 'a2', 'b1');
    const receiver = new Receiver();
    receiver.refuse = (text) => text === 'a1';
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await deliverAll(receiver, 1);
      await relay.deliverBatch(receiver);
      clock.advance({ minutes: 10 });
    }
    expect(receiver.delivered).toEqual(['b1']);
    const dead = await db.database.one<{ id: string; attempts: number; last_error: string }>(
      `SELECT id::text AS id, attempts, last_error FROM kernel.outbox WHERE state = 'dead'`,
    );
    expect(dead).toMatchObject({ attempts: 5, last_error: 'the other side is down' });
    await write('b2');
    expect(lane(await deliverAll(receiver, 2), 'b')).toEqual(['b1', 'b2']);
    receiver.refuse = () => false;
    expect(await replayDeadLetter(db.database, dead?.id ?? '')).toBe(true);
    expect(lane(await deliverAll(receiver, 4), 'a')).toEqual(['a1', 'a2']);
  });

  it('waits for the moment before which nothing may leave', async () => {
    await write('a1');
    await db.database.query(`UPDATE kernel.outbox SET not_before = '2026-11-16T02:00:00Z'`);
    const receiver = new Receiver();
    await write('b1');
    expect(await deliverAll(receiver, 1)).toEqual(['b1']);
    clock.advance({ hours: 1 });
    expect(await deliverAll(receiver, 2)).toEqual(['b1', 'a1']);
  });

  it('takes a message again when the process that took it died', async () => {
    await write('a1');
    const dying = new Receiver();
    dying.deliver = () => new Promise(() => undefined);
    // whatever else runs on the server may hold the horizon down: then it takes nothing, and tries again
    for (let attempt = 0; attempt < 100; attempt += 1) {
      void relay.deliverBatch(dying);
      const row = await db.database.one<{ attempts: number }>('SELECT attempts FROM kernel.outbox');
      if (row?.attempts === 1) break;
      await pause(15);
    }
    const receiver = new Receiver();
    expect(await relay.deliverBatch(receiver)).toBe(0);
    clock.advance({ seconds: 61 });
    expect(await deliverAll(receiver, 1)).toEqual(['a1']);
  });

  it('is delivered once and in order by many relays at once', async () => {
    const rows = scaled(20, 200);
    await write(
      ...Array.from({ length: rows }, (_each, n) =>
        ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}${n}`),
      ).flat(),
    );
    const receiver = new Receiver();
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let idle = 0; idle < 40 && receiver.delivered.length < rows * 5;) {
          if ((await relay.deliverBatch(receiver, 3)) > 0) continue;
          idle += 1;
          await pause(10);
        }
      }),
    );
    const inOrder = Array.from({ length: rows }, (_each, n) => n);
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      expect(lane(receiver.delivered, name)).toEqual(inOrder.map((n) => `${name}${n}`));
  }, 600_000);
});

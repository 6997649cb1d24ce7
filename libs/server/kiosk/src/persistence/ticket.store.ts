import { Injectable } from '@nestjs/common';
import type { DeviceId, UnitId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';

export interface Ticket {
  readonly number: number;
  readonly day: string;
  readonly takenAt: Date;
}

/** Numbers of the queues: one queue per place and day, from 1, without gaps and without doubles. */
@Injectable()
export class TicketStore {
  constructor(private readonly database: Database) {}

  /**
   * The next number. A request that is repeated with its key gets the number it got.
   *
   * @param day - `YYYY-MM-DD` in Vietnam
   */
  async take(
    request: { unitId: UnitId; deviceId: DeviceId; day: string; key: string },
    now: Date,
  ): Promise<Ticket> {
    return this.database.transaction(async (tx) => {
      // The row of the queue is the lock: two machines of one place wait for each other, no others do.
      await tx.query(
        `INSERT INTO kiosk.queues (unit_id, day, last_number) VALUES ($1, $2, 0)
         ON CONFLICT (unit_id, day) DO UPDATE SET last_number = kiosk.queues.last_number`,
        [request.unitId, request.day],
      );
      const columns = 'number, day::text AS day, taken_at AS "takenAt"';
      const before = await tx.one<Ticket & Record<string, unknown>>(
        `SELECT ${columns} FROM kiosk.tickets WHERE device_id = $1 AND request_key = $2`,
        [request.deviceId, request.key],
      );
      if (before !== null) return before;
      const taken = await tx.one<Ticket & Record<string, unknown>>(
        `WITH next AS (
           UPDATE kiosk.queues SET last_number = last_number + 1 WHERE unit_id = $1 AND day = $2 RETURNING last_number
         )
         INSERT INTO kiosk.tickets (unit_id, day, number, device_id, request_key, taken_at)
         SELECT $1, $2, last_number, $3, $4, $5 FROM next RETURNING ${columns}`,
        [request.unitId, request.day, request.deviceId, request.key, now],
      );
      if (taken === null) throw new Error('a queue without a row');
      return taken;
    });
  }
}

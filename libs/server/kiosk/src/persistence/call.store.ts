import { Injectable } from '@nestjs/common';
import type { DeviceId, PartyId, UnitId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';

export interface Call {
  readonly callId: string;
  readonly deviceId: DeviceId;
  readonly calledAt: Date;
  readonly acknowledgedAt: Date | null;
}

type Row = Call & Record<string, unknown>;
const columns =
  'call_id AS "callId", device_id AS "deviceId", called_at AS "calledAt", acknowledged_at AS "acknowledgedAt"';

/** How long a call stays open by itself: nobody waits longer beside a machine. */
const longest = "interval '30 minutes'";

/** Calls for an officer; a machine has one open call at most. */
@Injectable()
export class CallStore {
  constructor(private readonly database: Database) {}

  /** Opens a call, or answers the one that is open: pressing twice calls once. */
  async open(call: { callId: string; deviceId: DeviceId; unitId: UnitId }, now: Date): Promise<Call> {
    await this.database.query(
      `UPDATE kiosk.calls SET ended_at = $2
        WHERE device_id = $1 AND ended_at IS NULL AND called_at < $2::timestamptz - ${longest}`,
      [call.deviceId, now],
    );
    const row = await this.database.one<Row>(
      `INSERT INTO kiosk.calls (call_id, device_id, unit_id, called_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (device_id) WHERE ended_at IS NULL DO UPDATE SET unit_id = EXCLUDED.unit_id RETURNING ${columns}`,
      [call.callId, call.deviceId, call.unitId, now],
    );
    if (row === null) throw new Error('an upsert gave no row');
    return row;
  }

  current(deviceId: DeviceId): Promise<Call | null> {
    return this.database.one<Row>(
      `SELECT ${columns} FROM kiosk.calls WHERE device_id = $1 AND ended_at IS NULL`,
      [deviceId],
    );
  }

  async end(deviceId: DeviceId, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE kiosk.calls SET ended_at = $2 WHERE device_id = $1 AND ended_at IS NULL',
      [deviceId, now],
    );
  }

  /** Open calls of a unit, the longest waiting first. */
  openIn(unitId: UnitId, now: Date): Promise<readonly Call[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM kiosk.calls
        WHERE unit_id = $1 AND ended_at IS NULL AND called_at >= $2::timestamptz - ${longest}
        ORDER BY called_at LIMIT 50`,
      [unitId, now],
    );
  }

  /** The first officer to come is noted; a second one changes nothing. Null for an ended call or one of another unit. */
  acknowledge(callId: string, unitId: UnitId, officer: PartyId, now: Date): Promise<Call | null> {
    return this.database.one<Row>(
      `UPDATE kiosk.calls SET acknowledged_at = COALESCE(acknowledged_at, $4), acknowledged_by = COALESCE(acknowledged_by, $3)
        WHERE call_id = $1 AND unit_id = $2 AND ended_at IS NULL RETURNING ${columns}`,
      [callId, unitId, officer, now],
    );
  }
}

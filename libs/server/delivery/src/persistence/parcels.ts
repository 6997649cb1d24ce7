import type { DossierId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';
import { nextLookUp } from '../domain/parcel-standing';
import type { TrackingPoint } from '../ports';

/** A parcel the post has taken the order of. */
export interface OrderedParcel {
  readonly parcelId: string;
  readonly dossierId: DossierId;
  readonly reference: string;
  readonly trackingNumber: string;
  readonly orderedAt: Date;
}

type Row = OrderedParcel & Record<string, unknown>;

const columns = `parcel_id AS "parcelId", dossier_id AS "dossierId", reference, tracking_number AS "trackingNumber",
  ordered_at AS "orderedAt"`;

/** Parcels that the post knows, and what it told of them. No name and no address is kept here. */
export class Parcels {
  constructor(private readonly database: Database) {}

  async byId(parcelId: string): Promise<OrderedParcel | null> {
    return this.database.one<Row>(`SELECT ${columns} FROM delivery.parcels WHERE parcel_id = $1`, [parcelId]);
  }

  /** Ordered again, it stays as it was. */
  async add(parcel: OrderedParcel): Promise<void> {
    const { parcelId, dossierId, reference, trackingNumber, orderedAt } = parcel;
    await this.database.query(
      `INSERT INTO delivery.parcels (parcel_id, dossier_id, reference, tracking_number, ordered_at, look_up_at)
       VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (parcel_id) DO NOTHING`,
      [parcelId, dossierId, reference, trackingNumber, orderedAt],
    );
  }

  /** Nobody asks about it any more. */
  async settle(parcelId: string): Promise<void> {
    await this.database.query('UPDATE delivery.parcels SET look_up_at = NULL WHERE parcel_id = $1', [
      parcelId,
    ]);
  }

  /** Has a parcel asked about now, if it is still followed. */
  async hasten(reference: string, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE delivery.parcels SET look_up_at = $2 WHERE reference = $1 AND look_up_at > $2',
      [reference, now],
    );
  }

  /** Takes parcels that it is time to ask about, and says when each is asked about next. */
  async takeForLookUp(now: Date, limit: number): Promise<OrderedParcel[]> {
    const rows = await this.database.query<Row>(
      `WITH due AS (
         SELECT parcel_id FROM delivery.parcels WHERE look_up_at <= $1 ORDER BY look_up_at LIMIT $2 FOR UPDATE SKIP LOCKED
       )
       UPDATE delivery.parcels p SET look_up_at = $1::timestamptz + interval '5 minutes'
         FROM due WHERE p.parcel_id = due.parcel_id
       RETURNING p.parcel_id AS "parcelId", p.dossier_id AS "dossierId", p.reference,
                 p.tracking_number AS "trackingNumber", p.ordered_at AS "orderedAt"`,
      [now, limit],
    );
    return rows;
  }

  /** Keeps what is new; answers everything that is known of the parcel. */
  async note(parcel: OrderedParcel, points: readonly TrackingPoint[], now: Date): Promise<TrackingPoint[]> {
    await this.database.query(
      `WITH told AS (
         INSERT INTO delivery.tracking_points (parcel_id, point_id, at, step, place)
         SELECT $1, point_id, at, step, place
           FROM jsonb_to_recordset($2::jsonb) AS t(point_id text, at timestamptz, step text, place text)
         ON CONFLICT DO NOTHING
       )
       UPDATE delivery.parcels SET look_up_at = $3 WHERE parcel_id = $1 AND look_up_at IS NOT NULL`,
      [
        parcel.parcelId,
        JSON.stringify(points.map(({ pointId, ...point }) => ({ ...point, point_id: pointId }))),
        nextLookUp(parcel.orderedAt, now),
      ],
    );
    return this.pointsOf(parcel.parcelId);
  }

  async pointsOf(parcelId: string): Promise<TrackingPoint[]> {
    const rows = await this.database.query<
      Omit<TrackingPoint, 'at'> & { at: Date } & Record<string, unknown>
    >(`SELECT point_id AS "pointId", at, step, place FROM delivery.tracking_points WHERE parcel_id = $1`, [
      parcelId,
    ]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

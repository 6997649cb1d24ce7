import { Injectable } from '@nestjs/common';
import type { DraftId, PartyId, UnitId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';

export interface Handover {
  readonly handoverId: string;
  readonly draftId: DraftId;
  readonly partyId: PartyId;
  readonly unitId: UnitId;
  readonly phoneUntil: Date;
  readonly counterUntil: Date;
}

/** Drafts on their way from a machine to a phone or a counter; of the codes only hashes are kept. */
@Injectable()
export class HandoverStore {
  constructor(private readonly database: Database) {}

  async insert(handover: Handover, hashes: { phone: Buffer; counter: Buffer }, now: Date): Promise<void> {
    const { handoverId, draftId, partyId, unitId, phoneUntil, counterUntil } = handover;
    await this.database.query(
      `INSERT INTO kiosk.handovers (handover_id, draft_id, party_id, unit_id, phone_code_hash, counter_code_hash, created_at,
         phone_until, counter_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [handoverId, draftId, partyId, unitId, hashes.phone, hashes.counter, now, phoneUntil, counterUntil],
    );
  }

  /** Uses the code of a phone up; null for an unknown, used or old one, and for somebody else's. */
  async openOnPhone(codeHash: Buffer, partyId: PartyId, now: Date): Promise<DraftId | null> {
    const row = await this.database.one<{ draft_id: DraftId }>(
      `UPDATE kiosk.handovers SET opened_at = $3
        WHERE phone_code_hash = $1 AND party_id = $2 AND opened_at IS NULL AND phone_until > $3 RETURNING draft_id`,
      [codeHash, partyId, now],
    );
    return row?.draft_id ?? null;
  }

  /** What was handed over to a counter of this unit and may still be read there. */
  async findAtCounter(codeHash: Buffer, unitId: UnitId, now: Date): Promise<DraftId | null> {
    const row = await this.database.one<{ draft_id: DraftId }>(
      `SELECT draft_id FROM kiosk.handovers
        WHERE unit_id = $1 AND counter_code_hash = $2 AND counter_until > $3 ORDER BY created_at DESC LIMIT 1`,
      [unitId, codeHash, now],
    );
    return row?.draft_id ?? null;
  }
}

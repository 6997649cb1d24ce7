import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mocua/server/kernel';
import type { Arrival, NationalMessage } from '../domain/national-message';

/** Remembers which messages were settled, so that the same one is answered alike for ever. Holds nobody's data. */
@Injectable()
export class ArrivalLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The answer the message got before; null when it was not settled yet. */
  async find(messageId: string): Promise<Arrival | null> {
    const row = await this.database.one<{
      outcome: string;
      problem: string | null;
      dossier_id: string | null;
    }>(`SELECT outcome, problem, dossier_id FROM national_portal.arrivals WHERE message_id = $1`, [
      messageId,
    ]);
    if (!row) return null;
    if (row.outcome === 'refused')
      return { outcome: 'refused', problem: row.problem ?? '', message: row.problem ?? '' };
    return { outcome: 'known', dossierId: row.dossier_id };
  }

  /** Whether the portal was told that a filing of its will never be taken. */
  async refusedFiling(code: string): Promise<boolean> {
    const row = await this.database.one(
      `SELECT 1 FROM national_portal.arrivals WHERE external_code = $1 AND kind = 'filing' AND outcome = 'refused' LIMIT 1`,
      [code],
    );
    return row !== null;
  }

  async note({ messageId, kind, code }: NationalMessage, arrival: Arrival): Promise<void> {
    await this.database.query(
      `INSERT INTO national_portal.arrivals (message_id, kind, external_code, outcome, problem, dossier_id, arrived_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (message_id) DO NOTHING`,
      [
        messageId,
        kind,
        code,
        arrival.outcome,
        arrival.outcome === 'refused' ? arrival.problem : null,
        'dossierId' in arrival ? arrival.dossierId : null,
        this.clock.iso(),
      ],
    );
  }
}

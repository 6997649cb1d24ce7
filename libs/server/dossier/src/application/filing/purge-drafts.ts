import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mocua/server/kernel';
import { DraftStore } from '../../persistence/draft-store';

/**
 * Removes what was never submitted: drafts that have run out with everything in them, and, of drafts that became dossiers,
 * what was filled in and typed before the filing. The dossier has its own copy of what was submitted.
 *
 * @legal Luật 91/2025 Điều 19 (no longer than the purpose needs)
 */
@Injectable()
export class PurgeDrafts {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftStore,
    private readonly clock: Clock,
  ) {}

  /** Purges up to `limit` drafts; answers how many. Safe to run in several processes. */
  async execute(limit = 200): Promise<number> {
    const spent = await this.database.query<{ id: string; submitted: boolean }>(
      `SELECT draft_id AS id, submitted_dossier_id IS NOT NULL AS submitted FROM dossier.drafts
        WHERE NOT values_purged AND expires_at < $1 ORDER BY expires_at LIMIT $2`,
      [this.clock.iso(), limit],
    );
    for (const draft of spent) {
      if (draft.submitted) await this.purgeValues(draft.id);
      else await this.drafts.remove(draft.id);
    }
    return spent.length;
  }

  /** Where the values of a dossier came from stays, for those who work on it: it says nothing about a person. */
  private async purgeValues(draftId: string): Promise<void> {
    await this.database.query(
      `WITH draft AS (
         UPDATE dossier.drafts SET values_purged = true
          WHERE draft_id = $1 AND submitted_dossier_id IS NOT NULL RETURNING draft_id, prefill_value_id
       )
       DELETE FROM personal_data.sealed_values v USING draft d WHERE v.value_id IN (d.draft_id, d.prefill_value_id)`,
      [draftId],
    );
  }
}

import type { NoticeChannel, NoticeKind, PartyId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';

export interface TurnedOffNotice {
  readonly channel: NoticeChannel;
  readonly kind: NoticeKind;
}

/** Which notices people do not want on which channel. No row means: send. */
export class TurnedOff {
  constructor(private readonly database: Database) {}

  async of(partyId: PartyId): Promise<readonly TurnedOffNotice[]> {
    return this.database.query<TurnedOffNotice & Record<string, unknown>>(
      'SELECT channel, kind FROM notification.turned_off WHERE party_id = $1',
      [partyId],
    );
  }

  /** Puts `list` in the place of whatever was turned off before. */
  async replace(partyId: PartyId, list: readonly TurnedOffNotice[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('DELETE FROM notification.turned_off WHERE party_id = $1', [partyId]);
      await tx.query(
        `INSERT INTO notification.turned_off (party_id, channel, kind)
         SELECT $1, channel, kind FROM jsonb_to_recordset($2) AS chosen(channel text, kind text)
         ON CONFLICT DO NOTHING`,
        [partyId, JSON.stringify(list)],
      );
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { PartyId, PersonView } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';

export type KeptDisplay = NonNullable<PersonView['display']>;

/** How people want pages to look, wherever they sign in. */
@Injectable()
export class DisplayStore {
  constructor(private readonly database: Database) {}

  async of(partyId: PartyId): Promise<KeptDisplay | null> {
    return this.database.one<KeptDisplay>(
      'SELECT text, contrast, language FROM identity.display_choices WHERE party_id = $1',
      [partyId],
    );
  }

  async keep(partyId: PartyId, { text, contrast, language }: KeptDisplay, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO identity.display_choices (party_id, text, contrast, language, chosen_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (party_id) DO UPDATE SET text = $2, contrast = $3, language = $4, chosen_at = $5`,
      [partyId, text, contrast, language, at],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { type DossierState, isOpen } from '@mocua/engine/dossier';
import { Clock, Database, localDate } from '@mocua/server/kernel';
import { DraftStore } from '../persistence/draft-store';

/** What is kept for a person, as far as it matters to a wish for erasure or a copy. */
export interface Holdings {
  readonly openDossiers: number;
  /** When the finished ones ended, as dates in Vietnam. */
  readonly closedOn: readonly string[];
  readonly drafts: number;
}

/** Looks over everything a person has here, as owner. */
@Injectable()
export class PersonHoldings {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftStore,
    private readonly clock: Clock,
  ) {}

  async of(partyId: PartyId): Promise<Holdings> {
    const states = await this.states(partyId, 100_000);
    const closed = states.filter(({ state }) => !isOpen(state));
    return {
      openDossiers: states.length - closed.length,
      closedOn: closed.map(({ updatedAt }) => localDate(updatedAt)),
      drafts: (await this.drafts.listOpen(partyId, this.clock.iso())).length,
    };
  }

  /** The person's dossiers, newest first. */
  async states(partyId: PartyId, limit: number): Promise<{ state: DossierState; updatedAt: Date }[]> {
    return this.database.query<{ state: DossierState; updatedAt: Date }>(
      `SELECT state, updated_at AS "updatedAt" FROM dossier.dossiers WHERE owner_party = $1
       ORDER BY submitted_at DESC, dossier_id DESC LIMIT $2`,
      [partyId, limit],
    );
  }

  /** Deletes what was never filed, with its values; the files go with the next sweep. Returns how many drafts went. */
  async removeDrafts(partyId: PartyId): Promise<number> {
    const open = await this.drafts.listOpen(partyId, this.clock.iso());
    let removed = 0;
    for (const draft of open) if ((await this.drafts.remove(draft.draftId)) !== null) removed += 1;
    return removed;
  }
}

import { Injectable } from '@nestjs/common';
import type { PartyId, ProfileFactView, StoredPaperView } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { FactRows } from '../persistence/fact-rows';
import { PaperRows } from '../persistence/paper-rows';
import { PaperShelf, paperView } from './paper-shelf';
import { ProfileFactsDesk } from './profile-facts';

/** The whole store of one person, for a copy of their data and for erasure. */
@Injectable()
export class StoreOfPerson {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly facts: FactRows,
    private readonly profile: ProfileFactsDesk,
    private readonly clock: Clock,
  ) {}

  async papers(partyId: PartyId): Promise<StoredPaperView[]> {
    return (await this.shelf.ofOwner(partyId)).map((paper) => paperView(paper, this.clock.today()));
  }

  /** What the person let us remember, with earlier versions. */
  aboutThemselves(partyId: PartyId): Promise<ProfileFactView[]> {
    return this.profile.list(partyId);
  }

  /** Removes what the person put there themselves, or everything; files go with the next sweep. Returns how many. */
  async remove(partyId: PartyId, which: 'own' | 'all'): Promise<number> {
    await this.facts.remove(partyId, null);
    return this.rows.removeOf(partyId, which);
  }
}

import { Injectable } from '@nestjs/common';
import type { GivenUnitShare, PartyId, ProfileFactView, StoredPaperView } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { FactRows } from '../persistence/fact-rows';
import { PaperRows } from '../persistence/paper-rows';
import { UnitShareRows } from '../persistence/unit-share-rows';
import { GivenUnitShares } from './given-unit-shares';
import { PaperShelf, paperView } from './paper-shelf';
import { ProfileFactsDesk } from './profile-facts';

/** The whole store of one person, for a copy of their data and for erasure. */
@Injectable()
export class StoreOfPerson {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly shares: UnitShareRows,
    private readonly facts: FactRows,
    private readonly profile: ProfileFactsDesk,
    private readonly given: GivenUnitShares,
    private readonly clock: Clock,
  ) {}

  async papers(partyId: PartyId): Promise<StoredPaperView[]> {
    return (await this.shelf.ofOwner(partyId)).map((paper) => paperView(paper, this.clock.today()));
  }

  /** What the person let us remember, with earlier versions. */
  aboutThemselves(partyId: PartyId): Promise<ProfileFactView[]> {
    return this.profile.list(partyId);
  }

  /** Which agency may look at which paper, what for and until when. */
  sharedWithAgencies(partyId: PartyId): Promise<GivenUnitShare[]> {
    return this.given.list(partyId);
  }

  /**
   * Removes what the person put there themselves, or everything, and ends what they share; files go with the next sweep.
   * Returns how many papers went.
   */
  async remove(partyId: PartyId, which: 'own' | 'all'): Promise<number> {
    await this.facts.remove(partyId, null);
    await this.shares.endAllOf(partyId, this.clock.now());
    return this.rows.removeOf(partyId, which);
  }
}

import { Injectable } from '@nestjs/common';
import type { PartyId, StoredPaperView } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { PaperRows } from '../persistence/paper-rows';
import { PaperShelf, paperView } from './paper-shelf';

/** The whole store of one person, for a copy of their data and for erasure. */
@Injectable()
export class StoreOfPerson {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly clock: Clock,
  ) {}

  async papers(partyId: PartyId): Promise<StoredPaperView[]> {
    return (await this.shelf.ofOwner(partyId)).map((paper) => paperView(paper, this.clock.today()));
  }

  /** Removes what the person put there themselves, or everything; files go with the next sweep. Returns how many. */
  remove(partyId: PartyId, which: 'own' | 'all'): Promise<number> {
    return this.rows.removeOf(partyId, which);
  }
}

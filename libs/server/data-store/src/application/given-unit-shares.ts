import { Injectable } from '@nestjs/common';
import type { GivenUnitShare, PartyId, UnitSharePurpose } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { ConsentLedger, SubjectVault } from '@mocua/server/personal-data';
import { type UnitShare, unitShareState } from '../domain/unit-share';
import { UnitShareRows } from '../persistence/unit-share-rows';
import { PaperShelf } from './paper-shelf';
import { ShareableUnits } from './shareable-units';

/** Shares with agencies as their giver sees them. */
@Injectable()
export class GivenUnitShares {
  constructor(
    private readonly shares: UnitShareRows,
    private readonly shelf: PaperShelf,
    private readonly units: ShareableUnits,
    private readonly consents: ConsentLedger,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /** The last hundred, newest first; one whose words are gone is left out. */
  async list(owner: PartyId): Promise<GivenUnitShare[]> {
    return this.viewsOf(await this.shares.givenBy(owner));
  }

  async viewsOf(rows: readonly UnitShare[]): Promise<GivenUnitShare[]> {
    const papers = await this.shelf.many([...new Set(rows.map((row) => row.paperId))]);
    const titles = new Map(papers.map((paper) => [paper.paperId, paper.details.title]));
    const purposes = await this.vault.openMany(rows.map((row) => row.purposeValueId));
    const holding = await this.consents.stillHolding(rows.map((row) => row.consentId));
    const today = this.clock.today();
    const views: GivenUnitShare[] = [];
    for (const row of rows) {
      const opened = purposes.get(row.purposeValueId);
      if (opened?.erased !== false || opened.subjectId !== row.owner) continue;
      const unit = await this.units.standingOf(row.unitId);
      const { shareId, paperId, sharedAt, until, consentId } = row;
      const state = unitShareState(row, { today, unitOpen: unit.open, consentHolds: holding.has(consentId) });
      const purpose = opened.value as unknown as UnitSharePurpose;
      const title = titles.get(paperId) ?? '';
      views.push({
        ...{ shareId, paperId, title, unitName: unit.name, purpose },
        ...{ sharedAt: sharedAt.toISOString(), until, state },
      });
    }
    return views;
  }
}

import { Injectable } from '@nestjs/common';
import type { UnitShareId } from '@mocua/contract';
import { Clock, type OfficerActor } from '@mocua/server/kernel';
import { ConsentLedger } from '@mocua/server/personal-data';
import type { SharePosition } from '../domain/share-position';
import { type UnitShare, unitShareState } from '../domain/unit-share';
import { UnitShareRows } from '../persistence/unit-share-rows';
import { ShareableUnits } from './shareable-units';

/** Which shares an officer may use now: of the agency they act for, not ended, not run out, resting on a consent that holds. */
@Injectable()
export class OpenUnitShares {
  constructor(
    private readonly shares: UnitShareRows,
    private readonly units: ShareableUnits,
    private readonly consents: ConsentLedger,
    private readonly clock: Clock,
  ) {}

  /** `last`: where the page ended when more may follow. */
  async page(
    officer: OfficerActor,
    after: SharePosition | null,
    limit: number,
  ): Promise<{ readonly shares: readonly UnitShare[]; readonly last: SharePosition | null }> {
    const unitId = await this.units.readFor(officer);
    if (unitId === null) return { shares: [], last: null };
    let from = after;
    for (;;) {
      const found = await this.shares.openFor(unitId, this.clock.today(), from, limit + 1);
      const page = found.slice(0, limit);
      const holding = await this.consents.stillHolding(page.map((share) => share.consentId));
      const shares = page.filter((share) => holding.has(share.consentId));
      const end = found.length > limit ? page.at(-1) : undefined;
      from = end ? { sharedAt: end.sharedAt.toISOString(), shareId: end.shareId } : null;
      // A page of which nothing is left is no page: whoever reads it would think that there is nothing more.
      if (shares.length > 0 || from === null) return { shares, last: from };
    }
  }

  /** Null for one that is not for this agency, or no longer. */
  async find(officer: OfficerActor, shareId: UnitShareId): Promise<UnitShare | null> {
    const unitId = await this.units.readFor(officer);
    const share = unitId === null ? null : await this.shares.find(shareId);
    if (share?.unitId !== unitId || share === null) return null;
    const holding = await this.consents.stillHolding([share.consentId]);
    const state = unitShareState(share, {
      today: this.clock.today(),
      unitOpen: true,
      consentHolds: holding.has(share.consentId),
    });
    return state === 'open' ? share : null;
  }
}

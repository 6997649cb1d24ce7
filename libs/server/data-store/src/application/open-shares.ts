import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { Clock } from '@mocua/server/kernel';
import { BlindIndex } from '@mocua/server/personal-data';
import { type ShareRow, ShareRows } from '../persistence/share-rows';

/** Numbers by which a recipient is named. */
export const recipientKinds = ['personal-id', 'tax-code'] as const;

/** Who holds a share now, and what they may see by it. */
@Injectable()
export class OpenShares {
  constructor(
    private readonly shares: ShareRows,
    private readonly parties: PartyDirectory,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /** Shares that these parties may use today. */
  async of(...partyIds: readonly PartyId[]): Promise<ShareRow[]> {
    const indexes: string[] = [];
    for (const partyId of new Set(partyIds))
      for (const kind of recipientKinds) {
        const identifier = await this.parties.identifier(partyId, kind);
        if (identifier !== null) indexes.push(this.index.of(kind, identifier));
      }
    return indexes.length === 0 ? [] : this.shares.openFor(indexes, this.clock.today());
  }
}

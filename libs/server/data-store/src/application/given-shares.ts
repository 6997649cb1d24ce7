import { Injectable } from '@nestjs/common';
import type { GivenShare, PartyId } from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import { BlindIndex, SubjectVault } from '@mocua/server/personal-data';
import { type ShareRow, ShareRows } from '../persistence/share-rows';
import type { recipientKinds } from './open-shares';
import { PaperShelf } from './paper-shelf';

/** Shares as their giver sees them. */
@Injectable()
export class GivenShares {
  constructor(
    private readonly shares: ShareRows,
    private readonly shelf: PaperShelf,
    private readonly parties: PartyDirectory,
    private readonly vault: SubjectVault,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
  ) {}

  indexOf(kind: (typeof recipientKinds)[number], value: string): string {
    return this.index.of(kind, value);
  }

  names(partyIds: readonly PartyId[]): Promise<ReadonlyMap<PartyId, string>> {
    return this.parties.displayNames(partyIds);
  }

  async list(actor: CitizenActor): Promise<GivenShare[]> {
    const rows = await this.shares.givenBy(actor.actingFor);
    const papers = await this.shelf.many([...new Set(rows.map((row) => row.paperId))]);
    const titles = new Map(papers.map((paper) => [paper.paperId, paper.details.title]));
    const recipients = await this.vault.openMany(rows.map((row) => row.recipientValueId));
    return rows.map((row) => {
      const opened = recipients.get(row.recipientValueId);
      const value = opened?.erased === false ? (opened.value as { value: string }).value : '';
      return this.lineOf(row, titles.get(row.paperId) ?? '', value);
    });
  }

  async viewOf(row: ShareRow, title: string): Promise<GivenShare> {
    const recipient = await this.vault.open<{ kind: string; value: string }>(row.recipientValueId);
    return this.lineOf(row, title, recipient?.value ?? '');
  }

  private lineOf(row: ShareRow, title: string, recipient: string): GivenShare {
    const { shareId, paperId, sharedAt, until, endedAt } = row;
    const state = endedAt !== null ? 'ended' : until < this.clock.today() ? 'run-out' : 'open';
    const hidden = recipient.length > 3 ? `•••${recipient.slice(-3)}` : '';
    return { shareId, paperId, title, recipient: hidden, sharedAt: sharedAt.toISOString(), until, state };
  }
}

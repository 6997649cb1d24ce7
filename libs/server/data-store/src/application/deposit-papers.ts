import { Injectable } from '@nestjs/common';
import { PartyDirectory } from '@mocua/server/identity';
import {
  type ChunkOutcome,
  Clock,
  Config,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import { AccessScope } from '@mocua/server/personal-data';
import { NationalStore, NationalStoreDown } from '../domain/national-store';
import { nationalStoreDestination, type ToldPaper } from '../domain/deposit';
import { standingOf } from '../domain/stored-paper';
import { PaperRows } from '../persistence/paper-rows';
import { PaperShelf } from './paper-shelf';

/**
 * Tells the national store of results as they stand now, so that a message that comes late or twice tells nothing old. Insert
 * or update over there: the id of the paper is the intention.
 *
 * @legal NĐ 118/2025 Điều 22
 */
@Injectable()
export class DepositPapers extends OutboxChunkHandler {
  override readonly destination = nationalStoreDestination;
  override readonly chunkSize = 1;
  // What is read is booked for one dossier after the other.
  override readonly concurrency = 1;

  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly parties: PartyDirectory,
    private readonly store: NationalStore,
    private readonly scope: AccessScope,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows) outcome.set(row.id, await this.deposited(row.payload as unknown as ToldPaper));
    return outcome;
  }

  private async deposited({ paperId, dossierId, code }: ToldPaper): Promise<Error | null> {
    this.scope.about(dossierId, code);
    const paper = await this.shelf.find(paperId);
    // Erased since: there is nobody left to tell of.
    const personalId = paper === null ? null : await this.parties.identifier(paper.owner, 'personal-id');
    if (paper === null || personalId === null) return null;
    const { kind, title, number, issuer, issuedOn, validUntil, sha256 } = paper.details;
    const standing = standingOf(paper, issuedOn ?? '');
    try {
      await this.store.deposit({
        ...{ paperId: paper.paperId, personalId, kind, title, number, issuer, issuedOn, validUntil, sha256 },
        standing: standing === 'expired' ? 'valid' : standing,
        link: `${this.config.publicOrigin}/kho`,
      });
    } catch (error) {
      if (error instanceof NationalStoreDown) return new DestinationUnavailable(this.destination, error);
      return error instanceof Error ? error : new Error(String(error));
    }
    await this.rows.noteDeposit(paper.paperId, this.clock.now());
    return null;
  }
}

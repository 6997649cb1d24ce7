import { Injectable } from '@nestjs/common';
import type { DossierId, PaperSource, PartyId, StoredPaperId } from '@mocua/contract';
import type { ReceivedFile } from '@mocua/server/document';
import { Clock, Database, writeOutbox } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { depositMessage } from '../domain/deposit';
import { type PaperDetails, predecessorOf } from '../domain/stored-paper';
import { PaperRows } from '../persistence/paper-rows';
import { RevocationRows } from '../persistence/revocation-rows';
import { sealable } from './keep-own-paper';
import { PaperShelf } from './paper-shelf';

interface ArrivedPaper {
  /** Whether the national store is told of it. */
  readonly toDeposit: boolean;
  readonly paperId: StoredPaperId;
  readonly owner: PartyId;
  readonly dossierId: DossierId;
}

/** Puts one paper that an agency answers for into its owner's store, once. It takes no room of the owner's. */
@Injectable()
export class ShelvePaper {
  constructor(
    private readonly rows: PaperRows,
    private readonly shelf: PaperShelf,
    private readonly vault: SubjectVault,
    private readonly revocations: RevocationRows,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws SubjectErased */
  async execute(
    paper: ArrivedPaper,
    source: Extract<PaperSource, 'result' | 'component'>,
    { sha256, size, mediaType }: ReceivedFile,
    details: PaperDetails,
  ): Promise<void> {
    const code = details.dossierCode ?? '';
    if ((await this.rows.find(paper.paperId)) === null) {
      const value = await this.vault.seal(paper.owner, 'stored-paper', sealable(details));
      const addedAt = this.clock.iso();
      const row = { ...paper, source, sha256, size, mediaType, addedAt, detailsValueId: value.valueId };
      await this.database.transaction(async (tx) => {
        await this.revocations.lock(paper.paperId, tx);
        if (!(await this.rows.insert(row, tx))) return;
        await this.vault.store([value], tx);
        // A decision may be older than the arrival of what it is about.
        const revoked = await this.revocations.find(paper.paperId, tx);
        if (revoked !== null) await this.rows.revoke(revoked, tx);
        if (paper.toDeposit) await writeOutbox(tx, [depositMessage({ ...paper, code })]);
      });
    }
    if (details.number === null) return;
    const kept = await this.shelf.ofOwner(paper.owner);
    const newer = kept.find((each) => each.paperId === paper.paperId);
    const older = newer === undefined ? null : predecessorOf(newer, kept);
    if (newer === undefined || older === null) return;
    await this.database.transaction(async (tx) => {
      await this.rows.supersede(older.paperId, newer.paperId, tx);
      if (older.toDeposit && older.dossierId !== null)
        await writeOutbox(tx, [
          depositMessage({
            paperId: older.paperId,
            dossierId: older.dossierId,
            code: older.details.dossierCode ?? '',
          }),
        ]);
    });
  }
}

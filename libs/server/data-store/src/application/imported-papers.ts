import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PartyId, StoredPaperId } from '@mocua/contract';
import { presentableFileName, ReceiveFile } from '@mocua/server/document';
import { Clock, Database, Logger, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import type { NationalPaper } from '../domain/national-store';
import type { PaperDetails } from '../domain/stored-paper';
import { PaperRows } from '../persistence/paper-rows';
import { sealable } from './keep-own-paper';

/** Keeps papers of the national store. Only one whose seal was checked counts as issued by an agency. */
@Injectable()
export class ImportedPapers {
  constructor(
    private readonly rows: PaperRows,
    private readonly files: ReceiveFile,
    private readonly vault: SubjectVault,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Keeping the same paper again changes nothing. @throws Problem `store.national-forged`, and what `ReceiveFile` refuses */
  async keep(
    { owner, paperId }: { readonly owner: PartyId; readonly paperId: StoredPaperId },
    paper: NationalPaper,
    content: Readable,
  ): Promise<void> {
    const fileName = presentableFileName(paper.fileName);
    const file = await this.files.execute({ source: content as AsyncIterable<Uint8Array>, fileName });
    if (file.sha256 !== paper.sha256) {
      // The file stays without a reference, so the next sweep takes it.
      this.logger.error({ paperId }, 'a file of the national store is not the one it describes');
      throw problem('store.national-forged');
    }
    const details: PaperDetails = {
      kind: paper.kind,
      title: paper.title,
      number: paper.number,
      issuer: paper.issuer,
      issuedOn: paper.issuedOn,
      validUntil: paper.validUntil,
      fileName,
      sha256: file.sha256,
      dossierCode: null,
      component: null,
    };
    const value = await this.vault.seal(owner, 'stored-paper', sealable(details));
    const row = {
      paperId,
      owner,
      source: paper.sealed ? 'national' : 'national-unsealed',
      ...file,
      dossierId: null,
      toDeposit: false,
      addedAt: this.clock.iso(),
      detailsValueId: value.valueId,
    } as const;
    await this.database.transaction(async (tx) => {
      if (await this.rows.insert(row, tx)) await this.vault.store([value], tx);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { PartyId, StoredPaperView } from '@mocua/contract';
import { problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { type PaperDetails, standingOf, type StoredPaper } from '../domain/stored-paper';
import { type PaperRow, PaperRows } from '../persistence/paper-rows';

/** Finds papers and opens what lies sealed of them; each opening leaves its reading. */
@Injectable()
export class PaperShelf {
  constructor(
    private readonly rows: PaperRows,
    private readonly vault: SubjectVault,
  ) {}

  /** Newest first; those of an erased person are left out. */
  async ofOwner(owner: PartyId): Promise<StoredPaper[]> {
    return this.opened(await this.rows.ofOwner(owner));
  }

  async many(paperIds: readonly string[]): Promise<StoredPaper[]> {
    return paperIds.length === 0 ? [] : this.opened(await this.rows.many(paperIds));
  }

  async find(paperId: string): Promise<StoredPaper | null> {
    const [paper] = await this.many([paperId]);
    return paper ?? null;
  }

  /** A paper of this owner. @throws Problem `store.paper-not-found` */
  async require(owner: PartyId, paperId: string): Promise<StoredPaper> {
    const paper = await this.findOf([owner], paperId);
    if (paper === null) throw problem('store.paper-not-found');
    return paper;
  }

  /** A paper of one of these owners; null for anybody else’s, which is not even opened. */
  async findOf(owners: readonly PartyId[], paperId: string): Promise<StoredPaper | null> {
    const row = await this.rows.find(paperId);
    const [paper] = row !== null && owners.includes(row.owner) ? await this.opened([row]) : [];
    return paper ?? null;
  }

  private async opened(rows: readonly PaperRow[]): Promise<StoredPaper[]> {
    const values = await this.vault.openMany(rows.map((row) => row.detailsValueId));
    return rows.flatMap(({ detailsValueId, ...row }) => {
      const value = values.get(detailsValueId);
      // Words sealed for somebody else were not put there by us.
      if (value === undefined || value.erased || value.subjectId !== row.owner) return [];
      return [{ ...row, details: value.value as unknown as PaperDetails }];
    });
  }
}

/** A paper as it is shown. */
export function paperView(paper: StoredPaper, today: string): StoredPaperView {
  const { details } = paper;
  const { kind, title, number, issuer, issuedOn, validUntil, fileName, sha256, dossierCode } = details;
  return {
    paperId: paper.paperId,
    source: paper.source,
    kind,
    title,
    number,
    issuer,
    issuedOn,
    validUntil,
    standing: standingOf(paper, today),
    revokedBecause: paper.revokedBecause,
    supersededBy: paper.supersededBy,
    version: paper.version,
    hidden: paper.hidden,
    usedIn: paper.usedIn,
    depositedAt: paper.depositedAt?.toISOString() ?? null,
    addedAt: paper.addedAt.toISOString(),
    fileName,
    mediaType: paper.mediaType,
    size: paper.size,
    sha256,
    dossier: paper.dossierId && { dossierId: paper.dossierId, code: dossierCode ?? '' },
  };
}

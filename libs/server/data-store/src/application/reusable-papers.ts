import { Injectable } from '@nestjs/common';
import type { ResultRevocation } from '@mocua/contract';
import type { AttachmentRef } from '@mocua/engine/dossier';
import { type FilingOwner, type PaperToAttach, StoredPapers } from '@mocua/server/dossier';
import { Clock, problem } from '@mocua/server/kernel';
import { type StoredPaper, whyUnusable } from '../domain/stored-paper';
import { PaperShelf } from './paper-shelf';
import { OpenShares } from './open-shares';
import { RevocationRows } from '../persistence/revocation-rows';
import { revocationView } from './revocation-view';
import { StoredFiles } from './stored-files';

/** Gives the papers of a store to a filing: by reference, and only those that hold what they promise. */
@Injectable()
export class ReusablePapers extends StoredPapers {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly shares: OpenShares,
    private readonly files: StoredFiles,
    private readonly revoked: RevocationRows,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async take(paperId: string, filing: FilingOwner): Promise<PaperToAttach> {
    const paper = await this.requireReachable(paperId, filing);
    await this.requireWhole(paper);
    const { sha256, size, mediaType, source, details } = paper;
    return {
      sha256,
      size,
      mediaType,
      fileName: details.fileName,
      reused: { paperId: paper.paperId, source, purpose: 'filing' },
    };
  }

  override async requireUsable(attachments: readonly AttachmentRef[], filing: FilingOwner): Promise<void> {
    for (const { reused, sha256 } of attachments) {
      if (reused === undefined) continue;
      const paper = await this.requireReachable(reused.paperId, filing);
      // The draft holds another file than the paper it names: neither can be trusted.
      if (paper.sha256 !== sha256) throw problem('store.paper-damaged');
      await this.requireWhole(paper);
    }
  }

  override async revocations(
    paperIds: readonly string[],
    documentIds: readonly string[],
  ): Promise<ReadonlyMap<string, ResultRevocation>> {
    const rows = await this.revoked.of(paperIds, documentIds);
    return new Map(
      rows.flatMap((row) => {
        const view = revocationView(row);
        return [row.paperId, row.documentId].map((id): [string, ResultRevocation] => [id, view]);
      }),
    );
  }

  /** Of the owner or the submitter, or shared with one of them now. Nobody else’s paper is opened. */
  private async requireReachable(paperId: string, filing: FilingOwner): Promise<StoredPaper> {
    const own = await this.shelf.findOf([filing.owner, filing.submitter], paperId);
    if (own !== null) return own;
    const share = (await this.shares.of(filing.owner, filing.submitter)).find(
      (each) => each.paperId === paperId,
    );
    const paper = share === undefined ? null : await this.shelf.find(paperId);
    if (paper === null || paper.owner !== share?.owner) throw problem('store.paper-not-found');
    return paper;
  }

  private async requireWhole(paper: StoredPaper): Promise<void> {
    switch (whyUnusable(paper, await this.files.fingerprint(paper), this.clock.today())) {
      case 'damaged':
        throw problem('store.paper-damaged');
      case 'revoked':
        throw problem('store.paper-revoked');
      case 'expired':
        throw problem('store.paper-expired', {
          date: (paper.details.validUntil ?? '').split('-').reverse().join('/'),
        });
      case null:
    }
  }
}

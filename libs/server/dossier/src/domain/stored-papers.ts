import type { PartyId, ResultRevocation } from '@mocua/contract';
import type { AttachmentRef, ReusedPaper } from '@mocua/engine/dossier';

/** For whom and by whom a filing is made: each may bring papers of their own store. */
export interface FilingOwner {
  readonly owner: PartyId;
  readonly submitter: PartyId;
}

/** A stored paper that was found usable just now. */
export interface PaperToAttach extends Pick<AttachmentRef, 'mediaType' | 'size' | 'sha256'> {
  readonly fileName: string;
  readonly reused: ReusedPaper;
}

/** Papers that people keep, wherever that is. */
export abstract class StoredPapers {
  /**
   * A paper that this filing may take: of the owner, of the submitter, or shared with one of them now; whole, in force,
   * not revoked.
   *
   * @throws Problem `store.paper-not-found`, `store.paper-damaged`, `store.paper-expired`, `store.paper-revoked`
   */
  abstract take(paperId: string, filing: FilingOwner): Promise<PaperToAttach>;

  /** Checks what was taken once more, for time has passed since. @throws Problem as {@link take} */
  abstract requireUsable(attachments: readonly AttachmentRef[], filing: FilingOwner): Promise<void>;

  /** Which of these papers and issued documents their issuers revoked, by id. Opens nothing that is sealed. */
  abstract revocations(
    paperIds: readonly string[],
    documentIds: readonly string[],
  ): Promise<ReadonlyMap<string, ResultRevocation>>;
}

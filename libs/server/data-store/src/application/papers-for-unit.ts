import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  listPapersForUnit,
  PaperForUnit,
  ResponseOf,
  UnitShareId,
  UnitSharePurpose,
} from '@mocua/contract';
import type { DownloadedFile } from '@mocua/server/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { decodeSharePosition, encodeSharePosition } from '../domain/share-position';
import { standingOf, whyUnusable } from '../domain/stored-paper';
import type { UnitShare } from '../domain/unit-share';
import { OpenUnitShares } from './open-unit-shares';
import { PaperShelf } from './paper-shelf';
import { StoredFiles } from './stored-files';

const pageSize = 20;

/**
 * What officers may see of people's stores: single papers that their owners share with the agency, as long as each share lasts.
 * Nothing is counted and nothing is found by a person; whatever else lies in a store stays out of reach.
 */
@Injectable()
export class PapersForUnit {
  constructor(
    private readonly open: OpenUnitShares,
    private readonly shelf: PaperShelf,
    private readonly files: StoredFiles,
    private readonly parties: PartyDirectory,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /** Newest share first. A page may be shorter than others where people took their consent back. */
  async list(
    officer: OfficerActor,
    { query }: InputOf<typeof listPapersForUnit>,
  ): Promise<ResponseOf<typeof listPapersForUnit>> {
    const { shares, last } = await this.open.page(officer, decodeSharePosition(query.after), pageSize);
    return { items: await this.viewsOf(shares), next: last === null ? null : encodeSharePosition(last) };
  }

  /** @throws Problem `store.unit-share-not-found`, `store.unit-paper-unusable` */
  async download(officer: OfficerActor, shareId: UnitShareId): Promise<DownloadedFile> {
    const share = await this.open.find(officer, shareId);
    const paper = share && (await this.shelf.findOf([share.owner], share.paperId));
    if (!paper) throw problem('store.unit-share-not-found');
    if (whyUnusable(paper, await this.files.fingerprint(paper), this.clock.today()) !== null)
      throw problem('store.unit-paper-unusable');
    return this.files.open(paper);
  }

  private async viewsOf(shares: readonly UnitShare[]): Promise<PaperForUnit[]> {
    const papers = await this.shelf.many(shares.map((share) => share.paperId));
    const byId = new Map(papers.map((paper) => [paper.paperId, paper]));
    const names = await this.parties.displayNames([...new Set(shares.map((share) => share.owner))]);
    const purposes = await this.vault.openMany(shares.map((share) => share.purposeValueId));
    const today = this.clock.today();
    return shares.flatMap(({ shareId, paperId, owner, purposeValueId, sharedAt, until }) => {
      const paper = byId.get(paperId);
      const purpose = purposes.get(purposeValueId);
      if (paper?.owner !== owner || purpose?.erased !== false || purpose.subjectId !== owner) return [];
      const { title, kind } = paper.details;
      return [
        {
          ...{ shareId, from: names.get(owner) ?? '', title, kind, source: paper.source },
          ...{ standing: standingOf(paper, today), purpose: purpose.value as unknown as UnitSharePurpose },
          ...{ sharedAt: sharedAt.toISOString(), until },
        },
      ];
    });
  }
}

import { Injectable } from '@nestjs/common';
import type {
  importNationalPaper,
  InputOf,
  NationalPaperView,
  PartyId,
  StoredPaperId,
  StoredPaperView,
} from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, namedId, problem } from '@mocua/server/kernel';
import { type LookupGrant, LookupGrants } from '@mocua/server/personal-data';
import { type NationalPaper, NationalStore, NationalStoreDown } from '../domain/national-store';
import { ImportedPapers } from './imported-papers';
import { PaperShelf, paperView } from './paper-shelf';

/** The register that a look-up in the national store is booked under. */
const register = 'national-store';

interface Asked {
  readonly grant: LookupGrant;
  readonly papers: readonly NationalPaper[];
  readonly personalId: string;
}

/**
 * What the national store has of a person: asked only by themselves, on a basis that was recorded before, and kept only when
 * they take a paper over.
 */
@Injectable()
export class NationalPapers {
  constructor(
    private readonly store: NationalStore,
    private readonly parties: PartyDirectory,
    private readonly grants: LookupGrants,
    private readonly shelf: PaperShelf,
    private readonly imported: ImportedPapers,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `store.national-no-number`, `store.national-down`, `privacy.consent-needed`, `privacy.no-basis` */
  async find(actor: CitizenActor): Promise<NationalPaperView[]> {
    const owner = actor.actingFor;
    const { papers } = await this.ask(owner);
    const kept = new Set((await this.shelf.ofOwner(owner)).map((paper) => paper.paperId));
    return papers.map(({ sha256: _sha256, fileName: _fileName, ...paper }) => ({
      ...paper,
      kept: kept.has(paper.code as StoredPaperId) || kept.has(nationalPaperId(owner, paper.code)),
    }));
  }

  /**
   * Takes a paper over, file and all, once the file is what its description says.
   *
   * @throws Problem as {@link find}, `store.paper-not-found`, `store.paper-revoked`, `store.national-forged`
   */
  async take(actor: CitizenActor, { body }: InputOf<typeof importNationalPaper>): Promise<StoredPaperView> {
    const owner = actor.actingFor;
    const paperId = nationalPaperId(owner, body.code);
    const { grant, papers, personalId } = await this.ask(owner);
    const paper = papers.find((each) => each.code === body.code);
    if (paper === undefined) throw problem('store.paper-not-found');
    if (paper.revoked) throw problem('store.paper-revoked');
    const question = { personalId, requestId: `${grant.lookupId}-t`, basis: grant.legalBasis };
    const content = await this.answered(() => this.store.open(paper.code, question));
    await this.imported.keep({ owner, paperId }, paper, content);
    return paperView(await this.shelf.require(owner, paperId), this.clock.today());
  }

  private async ask(owner: PartyId): Promise<Asked> {
    const personalId = await this.parties.identifier(owner, 'personal-id');
    if (personalId === null) throw problem('store.national-no-number');
    const wanted = { register, purpose: 'national-store', subjectId: owner, items: ['papers'] } as const;
    const grant = await this.grants.begin(wanted);
    const question = { personalId, requestId: grant.lookupId, basis: grant.legalBasis };
    let papers: readonly NationalPaper[];
    try {
      papers = await this.answered(() => this.store.find(question));
    } catch (error) {
      await this.grants.finish(grant, owner, 'failed');
      throw error;
    }
    await this.grants.finish(grant, owner, papers.length === 0 ? 'not-found' : 'found');
    return { grant, papers, personalId };
  }

  private async answered<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw error instanceof NationalStoreDown ? problem('store.national-down') : error;
    }
  }
}

/** The same paper of the national store is one paper of ours. */
function nationalPaperId(owner: PartyId, code: string): StoredPaperId {
  return namedId<StoredPaperId>('stored-paper', `national/${owner}/${code}`);
}

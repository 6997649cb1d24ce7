import { Injectable } from '@nestjs/common';
import type { InputOf, listPapersForDraft, PaperForDraft } from '@mocua/contract';
import { AttachStoredPaper } from '@mocua/server/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import { fitsComponent } from '../domain/fitting-papers';
import type { StoredPaper } from '../domain/stored-paper';
import { PaperShelf, paperView } from './paper-shelf';
import { OpenShares } from './open-shares';

/** What a draft may take: papers of its owner and of who writes it, and what others share with them. */
@Injectable()
export class PapersForDraft {
  constructor(
    private readonly drafts: AttachStoredPaper,
    private readonly shelf: PaperShelf,
    private readonly shares: OpenShares,
    private readonly parties: PartyDirectory,
    private readonly clock: Clock,
  ) {}

  /** The usable ones that fit a component first; hidden ones are left out. */
  async execute(
    actor: CitizenActor,
    { params }: InputOf<typeof listPapersForDraft>,
  ): Promise<PaperForDraft[]> {
    const { draft, procedure } = await this.drafts.requireDraft(actor, params.draftId);
    const today = this.clock.today();
    const fits = ({ details }: StoredPaper): string[] =>
      procedure.components
        .filter(({ code, name }) => fitsComponent(details, { code, name: name.vi }))
        .map((component) => component.code);
    const own: StoredPaper[] = [];
    for (const owner of new Set([draft.owner, draft.submitter]))
      own.push(...(await this.shelf.ofOwner(owner)));
    const shares = await this.shares.of(draft.owner, draft.submitter);
    const papers = await this.shelf.many(shares.map((share) => share.paperId));
    const names = await this.parties.displayNames(papers.map((paper) => paper.owner));
    const offers: PaperForDraft[] = own
      .filter((paper) => !paper.hidden)
      .map((paper) => ({
        paper: paperView(paper, today),
        sharedBy: null,
        shareId: null,
        fits: fits(paper),
      }));
    for (const share of shares) {
      const paper = papers.find((each) => each.paperId === share.paperId && each.owner === share.owner);
      if (!paper || offers.some((offer) => offer.paper.paperId === paper.paperId)) continue;
      const sharedBy = names.get(share.owner) ?? '';
      offers.push({ paper: paperView(paper, today), sharedBy, shareId: share.shareId, fits: fits(paper) });
    }
    return offers.sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ paper, fits }: PaperForDraft): number {
  const unusable = paper.standing === 'expired' || paper.standing === 'revoked';
  return (unusable ? 2 : 0) + (fits.length === 0 ? 1 : 0);
}

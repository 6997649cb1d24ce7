import { Injectable } from '@nestjs/common';
import type { GivenShare, InputOf, PaperShareId, ReceivedShare, sharePaper } from '@mocua/contract';
import type { DownloadedFile } from '@mocua/server/dossier';
import { type CitizenActor, Clock, type IdempotencyRequest, namedId, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { type ShareRow, ShareRows } from '../persistence/share-rows';
import { GivenShares } from './given-shares';
import { OpenShares } from './open-shares';
import { PaperShelf, paperView } from './paper-shelf';
import { requireShareDay } from './share-day';
import { StoredFiles } from './stored-files';

/**
 * Lets others see single papers for a time. A share names the number of its recipient, whoever that is: it does not tell
 * whether anybody with that number has an account here.
 */
@Injectable()
export class SharePapers {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly shares: ShareRows,
    private readonly open: OpenShares,
    private readonly files: StoredFiles,
    private readonly vault: SubjectVault,
    private readonly given: GivenShares,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `store.paper-not-found`, `store.share-too-long`, `request.idempotency-key-reused` */
  async share(
    actor: CitizenActor,
    { params, body }: InputOf<typeof sharePaper>,
    { scope, key, bodyHash }: IdempotencyRequest,
  ): Promise<GivenShare> {
    const paper = await this.shelf.require(actor.actingFor, params.paperId);
    requireShareDay(body.until, this.clock.today());
    const shareId = namedId<PaperShareId>('paper-share', `${scope}/${key}/${bodyHash.toString('hex')}`);
    const known = await this.shares.find(shareId);
    if (known !== null) return this.given.viewOf(known, paper.details.title);
    const { kind, value } = body.recipient;
    const recipient = await this.vault.put(paper.owner, 'stored-share', { kind, value });
    const share: ShareRow = {
      shareId,
      paperId: paper.paperId,
      owner: paper.owner,
      sharedBy: actor.partyId,
      recipientIndex: this.given.indexOf(kind, value),
      recipientValueId: recipient.valueId,
      sharedAt: this.clock.now(),
      until: body.until,
      endedAt: null,
    };
    await this.shares.insert(share);
    return this.given.viewOf((await this.shares.find(shareId)) ?? share, paper.details.title);
  }

  /** @throws Problem `store.share-not-found` */
  async end(actor: CitizenActor, shareId: PaperShareId): Promise<Record<string, never>> {
    if (!(await this.shares.end(shareId, actor.actingFor, this.clock.now())))
      throw problem('store.share-not-found');
    return {};
  }

  /** Papers that others let the person see today, newest share first. */
  async received(actor: CitizenActor): Promise<ReceivedShare[]> {
    const shares = await this.open.of(actor.actingFor);
    const papers = await this.shelf.many(shares.map((share) => share.paperId));
    const names = await this.given.names(papers.map((paper) => paper.owner));
    return shares.flatMap(({ shareId, until, paperId, owner }) => {
      const paper = papers.find((each) => each.paperId === paperId && each.owner === owner);
      if (!paper) return [];
      return [{ shareId, until, from: names.get(owner) ?? '', paper: paperView(paper, this.clock.today()) }];
    });
  }

  /** @throws Problem `store.share-not-found`, `store.paper-damaged` */
  async openReceived(actor: CitizenActor, shareId: PaperShareId): Promise<DownloadedFile> {
    const share = (await this.open.of(actor.actingFor)).find((each) => each.shareId === shareId);
    const paper = share && (await this.shelf.find(share.paperId));
    if (share === undefined || paper?.owner !== share.owner) throw problem('store.share-not-found');
    return this.files.open(paper);
  }
}

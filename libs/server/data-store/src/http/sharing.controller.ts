import { Controller, Res } from '@nestjs/common';
import {
  downloadSharedPaper,
  endShare,
  type InputOf,
  listGivenShares,
  listPapersForDraft,
  listReceivedShares,
  type ResponseOf,
  reuseStoredPaper,
  sharePaper,
} from '@mocua/contract';
import { AttachStoredPaper, sendFile } from '@mocua/server/dossier';
import {
  type CitizenActor,
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type MocuaReply,
} from '@mocua/server/kernel';
import { PapersForDraft } from '../application/papers-for-draft';
import { GivenShares } from '../application/given-shares';
import { SharePapers } from '../application/share-papers';

/** Papers on their way out of a store: to other people, and into a filing. */
@Controller()
export class SharingController {
  constructor(
    private readonly sharing: SharePapers,
    private readonly given: GivenShares,
    private readonly offers: PapersForDraft,
    private readonly attaching: AttachStoredPaper,
  ) {}

  @Endpoint(sharePaper)
  share(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof sharePaper>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.sharing.share(actor, input, idempotency);
  }

  @Endpoint(listGivenShares)
  async listGiven(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listGivenShares>> {
    return { items: await this.given.list(actor) };
  }

  @Endpoint(endShare)
  end(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof endShare>) {
    return this.sharing.end(actor, params.shareId);
  }

  @Endpoint(listReceivedShares)
  async listReceived(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listReceivedShares>> {
    return { items: await this.sharing.received(actor) };
  }

  @Endpoint(downloadSharedPaper)
  async download(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof downloadSharedPaper>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.sharing.openReceived(actor, params.shareId));
  }

  @Endpoint(listPapersForDraft)
  async offer(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof listPapersForDraft>,
  ): Promise<ResponseOf<typeof listPapersForDraft>> {
    return { items: await this.offers.execute(actor, input) };
  }

  @Endpoint(reuseStoredPaper)
  reuse(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof reuseStoredPaper>) {
    return this.attaching.execute(actor, input);
  }
}

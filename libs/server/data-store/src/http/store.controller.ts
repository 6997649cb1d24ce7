import { Controller, Req, Res } from '@nestjs/common';
import {
  deleteStoredPaper,
  describeStoredPaper,
  downloadStoredPaper,
  hideStoredPaper,
  type InputOf,
  listStoredPapers,
  uploadStoredPaper,
} from '@mocua/contract';
import { sendFile, uploadStream } from '@mocua/server/dossier';
import {
  type CitizenActor,
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type MocuaReply,
  type MocuaRequest,
} from '@mocua/server/kernel';
import { KeepOwnPaper } from '../application/keep-own-paper';
import { ListPapers } from '../application/list-papers';
import { ManagePapers } from '../application/manage-papers';

/** The papers of whoever is signed in, or of whom they act for. */
@Controller()
export class StoreController {
  constructor(
    private readonly listing: ListPapers,
    private readonly keeping: KeepOwnPaper,
    private readonly managing: ManagePapers,
  ) {}

  @Endpoint(listStoredPapers)
  list(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof listStoredPapers>) {
    return this.listing.execute(actor, input);
  }

  @Endpoint(uploadStoredPaper)
  upload(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof uploadStoredPaper>,
    @Req() request: MocuaRequest,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.keeping.upload(actor, input, uploadStream(request), idempotency);
  }

  @Endpoint(describeStoredPaper)
  describe(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof describeStoredPaper>) {
    return this.keeping.describe(actor, input);
  }

  @Endpoint(hideStoredPaper)
  hide(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof hideStoredPaper>) {
    return this.managing.hide(actor, input);
  }

  @Endpoint(deleteStoredPaper)
  remove(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof deleteStoredPaper>) {
    return this.managing.remove(actor, input);
  }

  @Endpoint(downloadStoredPaper)
  async download(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof downloadStoredPaper>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.managing.open(actor, params.paperId));
  }
}

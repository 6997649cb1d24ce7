import { Controller, Req, Res } from '@nestjs/common';
import {
  deleteDraft,
  downloadFromDraft,
  getDraft,
  type InputOf,
  listDrafts,
  openDraft,
  previewDraftFees,
  removeFromDraft,
  saveDraft,
  submitDossier,
  uploadToDraft,
} from '@mocua/contract';
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
import { DownloadFromDraft } from '../application/filing/download-from-draft';
import { ManageDrafts } from '../application/filing/manage-drafts';
import { OpenDraft } from '../application/filing/open-draft';
import { PreviewFees } from '../application/filing/preview-fees';
import { SaveDraft } from '../application/filing/save-draft';
import { SubmitDossier } from '../application/filing/submit-dossier';
import { UploadFile } from '../application/filing/upload-file';
import { sendFile } from './send-file';
import { uploadStream } from './upload-stream';

/** Use cases of a filing before it is a dossier. */
@Controller()
export class CitizenFilingController {
  constructor(
    private readonly opening: OpenDraft,
    private readonly saving: SaveDraft,
    private readonly managing: ManageDrafts,
    private readonly uploads: UploadFile,
    private readonly submitting: SubmitDossier,
    private readonly downloads: DownloadFromDraft,
    private readonly fees: PreviewFees,
  ) {}

  @Endpoint(openDraft)
  open(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof openDraft>) {
    return this.opening.execute(actor, input);
  }

  @Endpoint(listDrafts)
  list(@CurrentActor() actor: CitizenActor) {
    return this.managing.list(actor);
  }

  @Endpoint(getDraft)
  get(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof getDraft>) {
    return this.managing.get(actor, input);
  }

  @Endpoint(saveDraft)
  save(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof saveDraft>) {
    return this.saving.execute(actor, input);
  }

  @Endpoint(deleteDraft)
  remove(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof deleteDraft>) {
    return this.managing.remove(actor, input);
  }

  @Endpoint(uploadToDraft)
  upload(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof uploadToDraft>,
    @Req() request: MocuaRequest,
  ) {
    return this.uploads.toDraft(actor, input, uploadStream(request));
  }

  @Endpoint(removeFromDraft)
  removeFile(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof removeFromDraft>) {
    return this.uploads.removeFromDraft(actor, input);
  }

  @Endpoint(downloadFromDraft)
  async download(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof downloadFromDraft>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.downloads.execute(actor, input));
  }

  @Endpoint(previewDraftFees)
  cost(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof previewDraftFees>) {
    return this.fees.execute(actor, input);
  }

  @Endpoint(submitDossier)
  submit(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof submitDossier>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.submitting.execute(actor, input, idempotency);
  }
}

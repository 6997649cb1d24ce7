import { Controller, Req, Res } from '@nestjs/common';
import {
  downloadFromAssistedDraft,
  getAssistedDraft,
  type InputOf,
  openAssistedDraft,
  removeFromAssistedDraft,
  saveAssistedDraft,
  submitAssistedDraft,
  uploadToAssistedDraft,
} from '@mocua/contract';
import {
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type MocuaReply,
  type MocuaRequest,
  type OfficerActor,
} from '@mocua/server/kernel';
import { AssistedDrafts, OpenAssistedDraft } from '../application/filing/assisted-filing';
import { DownloadFromDraft } from '../application/filing/download-from-draft';
import { SaveDraft } from '../application/filing/save-draft';
import { SubmitDossier } from '../application/filing/submit-dossier';
import { UploadFile } from '../application/filing/upload-file';
import { sendFile } from './send-file';
import { uploadStream } from './upload-stream';

/** A filing that an officer writes for somebody: the same use cases as a filing online, on their behalf. */
@Controller()
export class AssistedFilingController {
  constructor(
    private readonly opening: OpenAssistedDraft,
    private readonly drafts: AssistedDrafts,
    private readonly saving: SaveDraft,
    private readonly uploads: UploadFile,
    private readonly downloads: DownloadFromDraft,
    private readonly submitting: SubmitDossier,
  ) {}

  @Endpoint(openAssistedDraft)
  open(@CurrentActor() officer: OfficerActor, @Input() input: InputOf<typeof openAssistedDraft>) {
    return this.opening.execute(officer, input);
  }

  @Endpoint(getAssistedDraft)
  get(@CurrentActor() officer: OfficerActor, @Input() input: InputOf<typeof getAssistedDraft>) {
    return this.drafts.view(officer, input);
  }

  @Endpoint(saveAssistedDraft)
  async save(@CurrentActor() officer: OfficerActor, @Input() input: InputOf<typeof saveAssistedDraft>) {
    return this.saving.execute(await this.drafts.actorFor(officer, input.params.draftId), input);
  }

  @Endpoint(uploadToAssistedDraft)
  async upload(
    @CurrentActor() officer: OfficerActor,
    @Input() input: InputOf<typeof uploadToAssistedDraft>,
    @Req() request: MocuaRequest,
  ) {
    const actor = await this.drafts.actorFor(officer, input.params.draftId);
    return this.uploads.toDraft(actor, input, uploadStream(request));
  }

  @Endpoint(removeFromAssistedDraft)
  async removeFile(
    @CurrentActor() officer: OfficerActor,
    @Input() input: InputOf<typeof removeFromAssistedDraft>,
  ) {
    const actor = await this.drafts.actorFor(officer, input.params.draftId);
    return this.uploads.removeFromDraft(actor, input);
  }

  @Endpoint(downloadFromAssistedDraft)
  async download(
    @CurrentActor() officer: OfficerActor,
    @Input() input: InputOf<typeof downloadFromAssistedDraft>,
    @Res() reply: MocuaReply,
  ) {
    const actor = await this.drafts.actorFor(officer, input.params.draftId);
    await sendFile(reply, await this.downloads.execute(actor, input));
  }

  @Endpoint(submitAssistedDraft)
  async submit(
    @CurrentActor() officer: OfficerActor,
    @Input() input: InputOf<typeof submitAssistedDraft>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    const actor = await this.drafts.actorFor(officer, input.params.draftId);
    return this.submitting.execute(actor, input, idempotency);
  }
}

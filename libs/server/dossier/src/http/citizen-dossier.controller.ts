import { Controller, Req, Res } from '@nestjs/common';
import {
  answerSupplement,
  downloadMyAttachment,
  downloadMyDocument,
  editDossier,
  getMyDossier,
  type InputOf,
  uploadToDossier,
  withdrawDossier,
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
import { AnswerSupplement } from '../application/answer-supplement';
import { DownloadDossierFile } from '../application/download-dossier-file';
import { EditDossier } from '../application/edit-dossier';
import { UploadFile } from '../application/filing/upload-file';
import { FindMyDossiers } from '../application/find-my-dossiers';
import { CitizenViews } from '../application/views/citizen-views';
import { WithdrawDossier } from '../application/withdraw-dossier';
import { sendFile } from './send-file';
import { uploadStream } from './upload-stream';

/** What an applicant can see and do with a filed dossier. */
@Controller()
export class CitizenDossierController {
  constructor(
    private readonly finding: FindMyDossiers,
    private readonly answering: AnswerSupplement,
    private readonly editing: EditDossier,
    private readonly withdrawing: WithdrawDossier,
    private readonly uploads: UploadFile,
    private readonly downloads: DownloadDossierFile,
    private readonly views: CitizenViews,
  ) {}

  @Endpoint(getMyDossier)
  get(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof getMyDossier>) {
    return this.finding.get(actor, params.dossierId);
  }

  @Endpoint(answerSupplement)
  async answer(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof answerSupplement>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.views.detail(actor, await this.answering.execute(actor, input, idempotency));
  }

  @Endpoint(uploadToDossier)
  upload(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof uploadToDossier>,
    @Req() request: MocuaRequest,
  ) {
    return this.uploads.toSupplement(actor, input, uploadStream(request));
  }

  @Endpoint(editDossier)
  async edit(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof editDossier>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.views.detail(actor, await this.editing.execute(actor, input, idempotency));
  }

  @Endpoint(withdrawDossier)
  async withdraw(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof withdrawDossier>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.views.detail(actor, await this.withdrawing.execute(actor, input, idempotency));
  }

  @Endpoint(downloadMyDocument)
  async document(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof downloadMyDocument>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.downloads.documentForCitizen(actor, params));
  }

  @Endpoint(downloadMyAttachment)
  async attachment(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof downloadMyAttachment>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.downloads.attachmentForCitizen(actor, params));
  }
}

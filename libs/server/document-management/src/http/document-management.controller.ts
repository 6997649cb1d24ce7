import { Controller, Res } from '@nestjs/common';
import {
  downloadOutgoingDocument,
  type InputOf,
  listOutgoingDocuments,
  receiveDocumentMessage,
} from '@mocua/contract';
import { sendFile } from '@mocua/server/dossier';
import { CurrentActor, Endpoint, Input, type MocuaReply, type OfficerActor } from '@mocua/server/kernel';
import { HearDocumentManagement } from '../application/hear-document-management';
import { ReadSubmissions } from '../application/read-submissions';

/** Where the document management system reaches us, and what officers see of it. */
@Controller()
export class DocumentManagementController {
  constructor(
    private readonly hearing: HearDocumentManagement,
    private readonly reading: ReadSubmissions,
  ) {}

  @Endpoint(receiveDocumentMessage)
  receive(@Input() { body }: InputOf<typeof receiveDocumentMessage>) {
    return this.hearing.callback(body);
  }

  @Endpoint(listOutgoingDocuments)
  list(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof listOutgoingDocuments>) {
    return this.reading.list(actor, params.dossierId);
  }

  @Endpoint(downloadOutgoingDocument)
  async file(
    @CurrentActor() actor: OfficerActor,
    @Input() { params }: InputOf<typeof downloadOutgoingDocument>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.reading.file(actor, params));
  }
}

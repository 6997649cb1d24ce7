import { Controller, Res } from '@nestjs/common';
import {
  downloadOutgoingDocument,
  type InputOf,
  listLocalNumbers,
  listMyOutgoingDocuments,
  listOutgoingDocuments,
  noteNumberEntered,
  receiveDocumentMessage,
} from '@mocua/contract';
import { sendFile } from '@mocua/server/dossier';
import {
  type CitizenActor,
  CurrentActor,
  Endpoint,
  Input,
  type MocuaReply,
  type OfficerActor,
} from '@mocua/server/kernel';
import { HearDocumentManagement } from '../application/hear-document-management';
import { LocalNumbers } from '../application/local-numbers';
import { ReadSubmissions } from '../application/read-submissions';

/** Where the document management system reaches us, and what people see of it. */
@Controller()
export class DocumentManagementController {
  constructor(
    private readonly hearing: HearDocumentManagement,
    private readonly reading: ReadSubmissions,
    private readonly numbers: LocalNumbers,
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

  @Endpoint(listMyOutgoingDocuments)
  mine(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof listMyOutgoingDocuments>) {
    return this.reading.forCitizen(actor, params.dossierId);
  }

  @Endpoint(listLocalNumbers)
  localNumbers(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof listLocalNumbers>) {
    return this.numbers.list(actor, input);
  }

  @Endpoint(noteNumberEntered)
  numberEntered(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof noteNumberEntered>) {
    return this.numbers.noteEntered(actor, input);
  }
}

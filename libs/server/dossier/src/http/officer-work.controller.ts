import { Controller, Res } from '@nestjs/common';
import {
  downloadOfficerAttachment,
  downloadOfficerDocument,
  getInbox,
  getInboxCounters,
  getOfficerDossier,
  type InputOf,
} from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type MocuaReply, type OfficerActor } from '@mocua/server/kernel';
import { DownloadDossierFile } from '../application/download-dossier-file';
import { FindWork } from '../application/find-work';
import { ReadOfficerDossier } from '../application/read-officer-dossier';
import { sendFile } from './send-file';

/** What an officer looks at: work-lists, dossiers and their files. */
@Controller()
export class OfficerWorkController {
  constructor(
    private readonly finding: FindWork,
    private readonly reading: ReadOfficerDossier,
    private readonly downloads: DownloadDossierFile,
  ) {}

  @Endpoint(getInbox)
  inbox(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof getInbox>) {
    return this.finding.page(actor, input);
  }

  @Endpoint(getInboxCounters)
  counters(@CurrentActor() actor: OfficerActor) {
    return this.finding.counters(actor);
  }

  @Endpoint(getOfficerDossier)
  dossier(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof getOfficerDossier>) {
    return this.reading.execute(actor, params.dossierId);
  }

  @Endpoint(downloadOfficerDocument)
  async document(
    @CurrentActor() actor: OfficerActor,
    @Input() { params }: InputOf<typeof downloadOfficerDocument>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.downloads.documentForOfficer(actor, params));
  }

  @Endpoint(downloadOfficerAttachment)
  async attachment(
    @CurrentActor() actor: OfficerActor,
    @Input() { params }: InputOf<typeof downloadOfficerAttachment>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.downloads.attachmentForOfficer(actor, params));
  }
}

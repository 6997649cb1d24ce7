import { Controller, Res } from '@nestjs/common';
import {
  downloadSectorResult,
  type InputOf,
  listHandovers,
  listMyHandovers,
  receiveSectorMessage,
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
import { HearSectorSystem } from '../application/hear-sector-system';
import { ReadHandovers } from '../application/read-handovers';

/** Where sector systems reach us, and what officers and people see of them. */
@Controller()
export class SectorController {
  constructor(
    private readonly hearing: HearSectorSystem,
    private readonly reading: ReadHandovers,
  ) {}

  @Endpoint(receiveSectorMessage)
  receive(@Input() { params, body }: InputOf<typeof receiveSectorMessage>) {
    return this.hearing.callback(params.system, body);
  }

  @Endpoint(listHandovers)
  list(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof listHandovers>) {
    return this.reading.forOfficer(actor, params.dossierId);
  }

  @Endpoint(downloadSectorResult)
  async result(
    @CurrentActor() actor: OfficerActor,
    @Input() { params }: InputOf<typeof downloadSectorResult>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.reading.resultFile(actor, params));
  }

  @Endpoint(listMyHandovers)
  mine(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof listMyHandovers>) {
    return this.reading.forCitizen(actor, params.dossierId);
  }
}

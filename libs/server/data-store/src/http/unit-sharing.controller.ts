import { Controller, Res } from '@nestjs/common';
import {
  downloadPaperForUnit,
  endUnitShare,
  findUnitsToShare,
  type InputOf,
  listGivenUnitShares,
  listPapersForUnit,
  type ResponseOf,
  shareWithUnit,
} from '@mocua/contract';
import { sendFile } from '@mocua/server/dossier';
import {
  type CitizenActor,
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type MocuaReply,
  type OfficerActor,
} from '@mocua/server/kernel';
import { GivenUnitShares } from '../application/given-unit-shares';
import { PapersForUnit } from '../application/papers-for-unit';
import { ShareWithUnit } from '../application/share-with-unit';
import { ShareableUnits } from '../application/shareable-units';

/** Papers that people let an agency see, from both sides. */
@Controller()
export class UnitSharingController {
  constructor(
    private readonly units: ShareableUnits,
    private readonly sharing: ShareWithUnit,
    private readonly given: GivenUnitShares,
    private readonly received: PapersForUnit,
  ) {}

  @Endpoint(findUnitsToShare)
  async find(
    @Input() { query }: InputOf<typeof findUnitsToShare>,
  ): Promise<ResponseOf<typeof findUnitsToShare>> {
    return { items: await this.units.search(query.search) };
  }

  @Endpoint(shareWithUnit)
  share(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof shareWithUnit>,
    @Idempotency() idempotency: IdempotencyRequest,
  ) {
    return this.sharing.share(actor, input, idempotency);
  }

  @Endpoint(listGivenUnitShares)
  async listGiven(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listGivenUnitShares>> {
    return { items: await this.given.list(actor.actingFor) };
  }

  @Endpoint(endUnitShare)
  end(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof endUnitShare>) {
    return this.sharing.end(actor, params.shareId);
  }

  @Endpoint(listPapersForUnit)
  list(@CurrentActor() officer: OfficerActor, @Input() input: InputOf<typeof listPapersForUnit>) {
    return this.received.list(officer, input);
  }

  @Endpoint(downloadPaperForUnit)
  async download(
    @CurrentActor() officer: OfficerActor,
    @Input() { params }: InputOf<typeof downloadPaperForUnit>,
    @Res() reply: MocuaReply,
  ) {
    await sendFile(reply, await this.received.download(officer, params.shareId));
  }
}

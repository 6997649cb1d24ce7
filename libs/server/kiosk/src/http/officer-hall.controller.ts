import { Controller } from '@nestjs/common';
import { acknowledgeCall, type InputOf, listCalls, readHandedDraft, type ResponseOf } from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { CallOfficer } from '../application/call-officer';
import { HandOverDraft } from '../application/hand-over-draft';

/** The hall as its one-stop officers see it. */
@Controller()
export class OfficerHallController {
  constructor(
    private readonly calls: CallOfficer,
    private readonly handovers: HandOverDraft,
  ) {}

  @Endpoint(listCalls)
  async list(@CurrentActor() actor: OfficerActor): Promise<ResponseOf<typeof listCalls>> {
    return { items: await this.calls.list(actor) };
  }

  @Endpoint(acknowledgeCall)
  acknowledge(
    @CurrentActor() actor: OfficerActor,
    @Input() { params }: InputOf<typeof acknowledgeCall>,
  ): Promise<ResponseOf<typeof acknowledgeCall>> {
    return this.calls.acknowledge(actor, params.callId);
  }

  @Endpoint(readHandedDraft)
  handed(
    @CurrentActor() actor: OfficerActor,
    @Input() { params }: InputOf<typeof readHandedDraft>,
  ): Promise<ResponseOf<typeof readHandedDraft>> {
    return this.handovers.readAtCounter(actor, params.code);
  }
}

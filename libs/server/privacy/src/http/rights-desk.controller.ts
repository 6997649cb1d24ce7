import { Controller } from '@nestjs/common';
import {
  acknowledgeRightsRequest,
  answerRightsRequest,
  extendRightsRequest,
  getDeskRequest,
  type InputOf,
  listRightsDesk,
  type ResponseOf,
} from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { RightsDesk } from '../application/rights-desk';

/** The desk for requests about personal data. */
@Controller()
export class RightsDeskController {
  constructor(private readonly desk: RightsDesk) {}

  @Endpoint(listRightsDesk)
  list(@Input() input: InputOf<typeof listRightsDesk>): Promise<ResponseOf<typeof listRightsDesk>> {
    return this.desk.list(input);
  }

  @Endpoint(getDeskRequest)
  get(@Input() { params }: InputOf<typeof getDeskRequest>): Promise<ResponseOf<typeof getDeskRequest>> {
    return this.desk.get(params.requestId);
  }

  @Endpoint(acknowledgeRightsRequest)
  acknowledge(
    @CurrentActor() actor: OfficerActor,
    @Input() { params, body }: InputOf<typeof acknowledgeRightsRequest>,
  ): Promise<ResponseOf<typeof acknowledgeRightsRequest>> {
    return this.desk.acknowledge({ actor, ...params, version: body.version });
  }

  @Endpoint(extendRightsRequest)
  extend(
    @CurrentActor() actor: OfficerActor,
    @Input() { params, body }: InputOf<typeof extendRightsRequest>,
  ): Promise<ResponseOf<typeof extendRightsRequest>> {
    return this.desk.extend({ actor, ...params, version: body.version }, body.reason);
  }

  @Endpoint(answerRightsRequest)
  answer(
    @CurrentActor() actor: OfficerActor,
    @Input() { params, body }: InputOf<typeof answerRightsRequest>,
  ): Promise<ResponseOf<typeof answerRightsRequest>> {
    return this.desk.answer({ actor, ...params, version: body.version }, body);
  }
}

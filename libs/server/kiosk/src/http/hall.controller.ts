import { Controller } from '@nestjs/common';
import { callOfficer, endCall, getCall, type ResponseOf, takeTicket } from '@mocua/contract';
import {
  CurrentActor,
  type DeviceActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
} from '@mocua/server/kernel';
import { CallOfficer } from '../application/call-officer';
import { TakeTicket } from '../application/take-ticket';

/** What a machine does in its hall, for whoever stands in front of it. */
@Controller()
export class HallController {
  constructor(
    private readonly calls: CallOfficer,
    private readonly tickets: TakeTicket,
  ) {}

  @Endpoint(callOfficer)
  call(@CurrentActor() actor: DeviceActor): Promise<ResponseOf<typeof callOfficer>> {
    return this.calls.call(actor);
  }

  @Endpoint(getCall)
  async current(@CurrentActor() actor: DeviceActor): Promise<ResponseOf<typeof getCall>> {
    return { call: await this.calls.current(actor) };
  }

  @Endpoint(endCall)
  async end(@CurrentActor() actor: DeviceActor): Promise<ResponseOf<typeof endCall>> {
    await this.calls.end(actor);
    return {};
  }

  @Endpoint(takeTicket)
  take(
    @CurrentActor() actor: DeviceActor,
    @Idempotency() idempotency: IdempotencyRequest,
  ): Promise<ResponseOf<typeof takeTicket>> {
    return this.tickets.execute(actor, idempotency);
  }
}

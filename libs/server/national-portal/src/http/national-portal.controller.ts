import { Controller, Headers } from '@nestjs/common';
import {
  type InputOf,
  listNationalDeliveries,
  listNationalDifferences,
  receiveNationalMessage,
  replayNationalDelivery,
} from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { DeliveriesDesk } from '../application/deliveries-desk';
import { TakeMessage } from '../application/take-message';

/** What the national portal sends, and what administrators see of the exchange with it. */
@Controller()
export class NationalPortalController {
  constructor(
    private readonly taking: TakeMessage,
    private readonly desk: DeliveriesDesk,
  ) {}

  @Endpoint(receiveNationalMessage)
  receive(
    @Headers('authorization') authorization: string | undefined,
    @Input() input: InputOf<typeof receiveNationalMessage>,
  ) {
    return this.taking.execute(authorization, input.body);
  }

  @Endpoint(listNationalDifferences)
  differences(@Input() input: InputOf<typeof listNationalDifferences>) {
    return this.desk.differences(input);
  }

  @Endpoint(listNationalDeliveries)
  deliveries(@Input() input: InputOf<typeof listNationalDeliveries>) {
    return this.desk.deliveries(input);
  }

  @Endpoint(replayNationalDelivery)
  replay(@Input() input: InputOf<typeof replayNationalDelivery>) {
    return this.desk.replay(input);
  }
}

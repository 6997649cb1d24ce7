import { Controller, Headers, Res } from '@nestjs/common';
import {
  downloadNationalResult,
  type InputOf,
  listNationalDeliveries,
  listNationalDifferences,
  receiveNationalMessage,
  replayNationalDelivery,
} from '@mocua/contract';
import { sendFile } from '@mocua/server/dossier';
import { Endpoint, Input, type MocuaReply } from '@mocua/server/kernel';
import { DeliveriesDesk } from '../application/deliveries-desk';
import { GiveResult } from '../application/give-result';
import { TakeMessage } from '../application/take-message';

/** What the national portal sends, and what administrators see of the exchange with it. */
@Controller()
export class NationalPortalController {
  constructor(
    private readonly taking: TakeMessage,
    private readonly results: GiveResult,
    private readonly desk: DeliveriesDesk,
  ) {}

  @Endpoint(receiveNationalMessage)
  receive(
    @Headers('authorization') authorization: string | undefined,
    @Input() input: InputOf<typeof receiveNationalMessage>,
  ) {
    return this.taking.execute(authorization, input.body);
  }

  @Endpoint(downloadNationalResult)
  async result(
    @Headers('authorization') authorization: string | undefined,
    @Input() input: InputOf<typeof downloadNationalResult>,
    @Res() reply: MocuaReply,
  ) {
    const file = await this.results.execute(authorization, input);
    await sendFile(reply, { ...file, mediaType: 'application/pdf' });
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

import { Controller, Res } from '@nestjs/common';
import {
  amendBreach,
  exportBreaches,
  getBreach,
  type InputOf,
  listBreaches,
  recordBreach,
  type ResponseOf,
} from '@mocua/contract';
import {
  Clock,
  CurrentActor,
  Endpoint,
  Input,
  type MocuaReply,
  type OfficerActor,
} from '@mocua/server/kernel';
import { BreachRegister } from '../application/breach-register';
import { sendDownload } from './send-download';

/** The register of breaches, for the officer whom the law names. */
@Controller()
export class BreachController {
  constructor(
    private readonly register: BreachRegister,
    private readonly clock: Clock,
  ) {}

  @Endpoint(listBreaches)
  list(@Input() input: InputOf<typeof listBreaches>): Promise<ResponseOf<typeof listBreaches>> {
    return this.register.list(input);
  }

  @Endpoint(getBreach)
  get(@Input() { params }: InputOf<typeof getBreach>): Promise<ResponseOf<typeof getBreach>> {
    return this.register.get(params.breachId);
  }

  @Endpoint(recordBreach)
  record(
    @CurrentActor() actor: OfficerActor,
    @Input() { body }: InputOf<typeof recordBreach>,
  ): Promise<ResponseOf<typeof recordBreach>> {
    return this.register.record(actor, body);
  }

  @Endpoint(amendBreach)
  amend(
    @CurrentActor() actor: OfficerActor,
    @Input() { params, body }: InputOf<typeof amendBreach>,
  ): Promise<ResponseOf<typeof amendBreach>> {
    return this.register.amend(actor, params.breachId, body);
  }

  @Endpoint(exportBreaches)
  async export(@Res() reply: MocuaReply): Promise<void> {
    const content = await this.register.export();
    await sendDownload(reply, {
      content,
      mediaType: 'text/csv',
      name: `so-vi-pham-${this.clock.today()}.csv`,
    });
  }
}

import { Controller, Res } from '@nestjs/common';
import { activateKiosk, getKiosk, type InputOf, kioskHeartbeat, type ResponseOf } from '@mocua/contract';
import { CurrentActor, type DeviceActor, Endpoint, Input, type MocuaReply } from '@mocua/server/kernel';
import { RunKiosk } from '../application/run-kiosk';
import { IdentityCookies } from './cookies';

/** What a kiosk calls about itself. */
@Controller()
export class KioskController {
  constructor(
    private readonly kiosks: RunKiosk,
    private readonly cookies: IdentityCookies,
  ) {}

  @Endpoint(activateKiosk)
  async activate(
    @Input() { body }: InputOf<typeof activateKiosk>,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof activateKiosk>> {
    const { kiosk, token } = await this.kiosks.activate(body.registrationCode);
    reply.header('set-cookie', this.cookies.session('kiosk', token));
    return kiosk;
  }

  @Endpoint(getKiosk)
  read(@CurrentActor() actor: DeviceActor): Promise<ResponseOf<typeof getKiosk>> {
    return this.kiosks.read(actor.deviceId);
  }

  @Endpoint(kioskHeartbeat)
  heartbeat(
    @CurrentActor() actor: DeviceActor,
    @Input() { body }: InputOf<typeof kioskHeartbeat>,
  ): Promise<ResponseOf<typeof kioskHeartbeat>> {
    return this.kiosks.heartbeat(actor.deviceId, body);
  }
}

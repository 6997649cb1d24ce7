import { Controller, Res } from '@nestjs/common';
import {
  answerPhoneSignIn,
  collectPhoneSignIn,
  getPhoneSignIn,
  type InputOf,
  type ResponseOf,
  signInByCard,
  startPhoneSignIn,
  wipeKiosk,
} from '@mocua/contract';
import {
  type CitizenActor,
  CurrentActor,
  type DeviceActor,
  Endpoint,
  Input,
  type MocuaReply,
} from '@mocua/server/kernel';
import { KioskVisits } from '../application/kiosk-visits';
import { SignInByCard } from '../application/sign-in-by-card';
import { SignInByPhone } from '../application/sign-in-by-phone';
import { IdentityCookies } from './cookies';

/** How a person begins and ends a visit at a kiosk. */
@Controller()
export class KioskSignInController {
  constructor(
    private readonly byPhone: SignInByPhone,
    private readonly byCard: SignInByCard,
    private readonly visits: KioskVisits,
    private readonly cookies: IdentityCookies,
  ) {}

  @Endpoint(startPhoneSignIn)
  start(@CurrentActor() actor: DeviceActor): Promise<ResponseOf<typeof startPhoneSignIn>> {
    return this.byPhone.begin(actor.deviceId);
  }

  @Endpoint(collectPhoneSignIn)
  async collect(
    @CurrentActor() actor: DeviceActor,
    @Input() { params }: InputOf<typeof collectPhoneSignIn>,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof collectPhoneSignIn>> {
    const { state, token } = await this.byPhone.collect(actor.deviceId, params.signInId);
    if (token !== null) reply.header('set-cookie', this.cookies.kioskVisit(token));
    return { state };
  }

  @Endpoint(signInByCard)
  async card(
    @CurrentActor() actor: DeviceActor,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof signInByCard>> {
    const { state, token } = await this.byCard.execute(actor.deviceId);
    if (token !== null) reply.header('set-cookie', this.cookies.kioskVisit(token));
    return { state };
  }

  /** The cookie of the machine itself stays; everything else of this origin goes. */
  @Endpoint(wipeKiosk)
  async wipe(
    @CurrentActor() actor: DeviceActor,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof wipeKiosk>> {
    await this.visits.end(actor.deviceId);
    reply
      .header('set-cookie', this.cookies.clearKioskVisit())
      .header('clear-site-data', '"cache", "storage"');
    return {};
  }

  @Endpoint(getPhoneSignIn)
  describe(@Input() { params }: InputOf<typeof getPhoneSignIn>): Promise<ResponseOf<typeof getPhoneSignIn>> {
    return this.byPhone.describe(params.code);
  }

  @Endpoint(answerPhoneSignIn)
  async answer(
    @CurrentActor() actor: CitizenActor,
    @Input() { params, body }: InputOf<typeof answerPhoneSignIn>,
  ): Promise<ResponseOf<typeof answerPhoneSignIn>> {
    await this.byPhone.answer(actor, params.code, body.accept);
    return {};
  }
}

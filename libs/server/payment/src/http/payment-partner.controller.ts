import { Controller } from '@nestjs/common';
import { type InputOf, paymentCallback, paymentLookUp } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { HearPlatform } from '../application/hear-platform';

/** Where the payment platform reaches us; it has no session, its signature is what counts. */
@Controller()
export class PaymentPartnerController {
  constructor(private readonly hearing: HearPlatform) {}

  @Endpoint(paymentCallback)
  callback(@Input() { body }: InputOf<typeof paymentCallback>) {
    return this.hearing.callback(body);
  }

  @Endpoint(paymentLookUp)
  lookUp(@Input() { body }: InputOf<typeof paymentLookUp>) {
    return this.hearing.lookUp(body);
  }
}

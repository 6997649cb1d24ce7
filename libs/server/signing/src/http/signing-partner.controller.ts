import { Controller } from '@nestjs/common';
import { type InputOf, signingCallback } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { HearSigning } from '../application/hear-signing';

/** Where the signing service reaches us; it has no session, its proof is what counts. */
@Controller()
export class SigningPartnerController {
  constructor(private readonly hearing: HearSigning) {}

  @Endpoint(signingCallback)
  callback(@Input() { body }: InputOf<typeof signingCallback>) {
    return this.hearing.callback(body);
  }
}

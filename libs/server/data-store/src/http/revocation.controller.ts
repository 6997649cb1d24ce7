import { Controller } from '@nestjs/common';
import { type InputOf, revokeResult } from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { RevokeResult } from '../application/revoke-result';

/** What an agency decides about results it issued. */
@Controller()
export class RevocationController {
  constructor(private readonly revoking: RevokeResult) {}

  @Endpoint(revokeResult)
  revoke(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof revokeResult>) {
    return this.revoking.execute(actor, input);
  }
}

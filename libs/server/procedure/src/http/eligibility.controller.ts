import { Controller } from '@nestjs/common';
import { findEligibleProcedures, type InputOf, type ResponseOf } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { FindEligibleProcedures } from '../application/find-eligible-procedures';

/** What a person qualifies for, without a session. */
@Controller()
export class EligibilityController {
  constructor(private readonly eligible: FindEligibleProcedures) {}

  @Endpoint(findEligibleProcedures)
  find(
    @Input() { body }: InputOf<typeof findEligibleProcedures>,
  ): Promise<ResponseOf<typeof findEligibleProcedures>> {
    return this.eligible.execute(body.facts);
  }
}

import { Controller } from '@nestjs/common';
import { findEligibleProcedures, type InputOf, previewProcedureFees, type ResponseOf } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { FindEligibleProcedures } from '../application/find-eligible-procedures';
import { PreviewProcedureFees } from '../application/preview-procedure-fees';

/** What a person qualifies for and what it costs, without a session. */
@Controller()
export class EligibilityController {
  constructor(
    private readonly eligible: FindEligibleProcedures,
    private readonly fees: PreviewProcedureFees,
  ) {}

  @Endpoint(findEligibleProcedures)
  find(
    @Input() { body }: InputOf<typeof findEligibleProcedures>,
  ): Promise<ResponseOf<typeof findEligibleProcedures>> {
    return this.eligible.execute(body.facts);
  }

  @Endpoint(previewProcedureFees)
  cost(
    @Input() input: InputOf<typeof previewProcedureFees>,
  ): Promise<ResponseOf<typeof previewProcedureFees>> {
    return this.fees.execute(input);
  }
}

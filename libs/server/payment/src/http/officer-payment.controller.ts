import { Controller } from '@nestjs/common';
import {
  getDossierPayments,
  type InputOf,
  listReconciliations,
  listUnmatched,
  requestRefund,
  resolveUnmatched,
  revokePaymentRequest,
} from '@mocua/contract';
import {
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type OfficerActor,
} from '@mocua/server/kernel';
import { RequestRefund } from '../application/request-refund';
import { TakeBackRequest } from '../application/take-back-request';
import { WorkUnmatched } from '../application/work-unmatched';

/** What officers do about money: requests that are taken back, refunds, and what matched nothing. */
@Controller()
export class OfficerPaymentController {
  constructor(
    private readonly refunds: RequestRefund,
    private readonly unmatched: WorkUnmatched,
    private readonly takingBack: TakeBackRequest,
  ) {}

  @Endpoint(getDossierPayments)
  payments(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof getDossierPayments>) {
    return this.refunds.look(actor, input);
  }

  @Endpoint(requestRefund)
  refund(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof requestRefund>) {
    return this.refunds.execute(actor, input);
  }

  @Endpoint(revokePaymentRequest)
  takeBack(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof revokePaymentRequest>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.takingBack.execute(actor, input, key);
  }

  @Endpoint(listUnmatched)
  list(@Input() input: InputOf<typeof listUnmatched>) {
    return this.unmatched.list(input);
  }

  @Endpoint(resolveUnmatched)
  resolve(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof resolveUnmatched>) {
    return this.unmatched.resolve(actor, input);
  }

  @Endpoint(listReconciliations)
  days() {
    return this.unmatched.days();
  }
}

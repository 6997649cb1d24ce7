import { Controller } from '@nestjs/common';
import {
  closeCashDesk,
  findCashDue,
  getCashDesk,
  getDossierPayments,
  type InputOf,
  listReconciliations,
  listUnmatched,
  requestRefund,
  resolveUnmatched,
  takeCash,
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
import { RunCashDesk } from '../application/run-cash-desk';
import { WorkUnmatched } from '../application/work-unmatched';

/** What officers do about money: the cash desk, refunds, and what matched nothing. */
@Controller()
export class OfficerPaymentController {
  constructor(
    private readonly desk: RunCashDesk,
    private readonly refunds: RequestRefund,
    private readonly unmatched: WorkUnmatched,
  ) {}

  @Endpoint(getCashDesk)
  show(@CurrentActor() actor: OfficerActor) {
    return this.desk.show(actor);
  }

  @Endpoint(findCashDue)
  find(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof findCashDue>) {
    return this.desk.find(actor, input);
  }

  @Endpoint(takeCash)
  take(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof takeCash>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.desk.take(actor, input, key);
  }

  @Endpoint(closeCashDesk)
  close(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof closeCashDesk>) {
    return this.desk.close(actor, input);
  }

  @Endpoint(getDossierPayments)
  payments(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof getDossierPayments>) {
    return this.refunds.look(actor, input);
  }

  @Endpoint(requestRefund)
  refund(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof requestRefund>) {
    return this.refunds.execute(actor, input);
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

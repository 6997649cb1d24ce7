import { Controller } from '@nestjs/common';
import {
  closeCashDesk,
  findCashDue,
  getCashDesk,
  type InputOf,
  listCashDays,
  listCashDeskRules,
  listDeskReturns,
  setCashDesk,
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
import { ListCashDays } from '../application/list-cash-days';
import { ListDeskReturns } from '../application/list-desk-returns';
import { RunCashDesk } from '../application/run-cash-desk';
import { SetCashDesk } from '../application/set-cash-desk';

/** Cash over the counter: where it is taken, the drawer, what is given back, and the days of the drawers. */
@Controller()
export class CashDeskController {
  constructor(
    private readonly desk: RunCashDesk,
    private readonly returns: ListDeskReturns,
    private readonly drawers: ListCashDays,
    private readonly setting: SetCashDesk,
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

  @Endpoint(listDeskReturns)
  listReturns(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof listDeskReturns>) {
    return this.returns.execute(actor, input);
  }

  @Endpoint(listCashDays)
  listDays(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof listCashDays>) {
    return this.drawers.execute(actor, input);
  }

  @Endpoint(listCashDeskRules)
  listRules() {
    return this.setting.list();
  }

  @Endpoint(setCashDesk)
  set(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof setCashDesk>) {
    return this.setting.execute(actor, input);
  }
}

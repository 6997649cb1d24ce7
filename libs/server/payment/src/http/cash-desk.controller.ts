import { Controller } from '@nestjs/common';
import {
  closeCashDesk,
  findCashDue,
  getCashDesk,
  type InputOf,
  listCashDays,
  listCashDeskRules,
  listDeskReturns,
  listHandOvers,
  receiveHandOver,
  resolveHandOver,
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
import { AcknowledgeHandOvers } from '../application/acknowledge-hand-overs';
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
    private readonly handOvers: AcknowledgeHandOvers,
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

  @Endpoint(listHandOvers)
  listHandOvers(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof listHandOvers>) {
    return this.handOvers.list(actor, input);
  }

  @Endpoint(receiveHandOver)
  receive(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof receiveHandOver>) {
    return this.handOvers.receive(actor, input);
  }

  @Endpoint(resolveHandOver)
  resolve(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof resolveHandOver>) {
    return this.handOvers.resolve(actor, input);
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

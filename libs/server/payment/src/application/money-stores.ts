import type { DeskReturns } from '../persistence/desk-returns';
import type { HandOvers } from '../persistence/hand-overs';
import type { Movements } from '../persistence/movements';
import type { Orders } from '../persistence/orders';
import type { Refunds } from '../persistence/refunds';
import type { Settlements } from '../persistence/settlements';
import type { Unmatched } from '../persistence/unmatched';

/** The tables that one decision about money writes together. */
export class MoneyStores {
  constructor(
    readonly orders: Orders,
    readonly settlements: Settlements,
    readonly movements: Movements,
    readonly refunds: Refunds,
    readonly unmatched: Unmatched,
    readonly deskReturns: DeskReturns,
    readonly handOvers: HandOvers,
  ) {}
}

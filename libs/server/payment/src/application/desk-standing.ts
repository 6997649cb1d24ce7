import type { DossierDue } from '@mocua/server/dossier';
import type { DeskReturns } from '../persistence/desk-returns';
import type { Returnable } from './return-money';

/** What of a dossier's money is given back over the counter: what came in there and may go back now. */
export function deskStanding(
  { receivingUnit, code, refundable }: Pick<DossierDue, 'receivingUnit' | 'code' | 'refundable'>,
  returnable: readonly Returnable[],
  at: Date,
): Parameters<DeskReturns['put']>[2] {
  const amount = returnable
    .filter(({ settled }) => settled.transactionId === null)
    .reduce((sum, each) => sum + each.amount, 0);
  return { unitId: receivingUnit, code, amount, why: refundable ? 'ended' : 'overpaid', at };
}

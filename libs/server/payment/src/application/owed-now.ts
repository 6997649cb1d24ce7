import type { SqlExecutor } from '@mocua/server/kernel';
import type { DossierDue } from '@mocua/server/dossier';
import type { Settlements } from '../persistence/settlements';

/** What was settled here and the dossier was not told yet, in integer đồng. */
export async function arrivingFor(
  due: DossierDue,
  settlements: Settlements,
  sql?: SqlExecutor,
): Promise<number> {
  const told = new Set(due.payments.map((payment) => payment.orderId));
  const settled = await settlements.ofDossier(due.dossierId, sql);
  return settled.filter(({ orderId }) => !told.has(orderId)).reduce((sum, { amount }) => sum + amount, 0);
}

/** What a dossier owes when money that is on its way to it counts; `sql` is the transaction that decides. */
export async function owedNow(due: DossierDue, settlements: Settlements, sql?: SqlExecutor): Promise<number> {
  return Math.max(0, due.amount - (await arrivingFor(due, settlements, sql)));
}

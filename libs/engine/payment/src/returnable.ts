import type { Split } from './postings';

/** What is still kept of an order that was paid: its parts less what went back. Integer đồng. */
export interface KeptOrder extends Split {
  readonly orderId: string;
}

const nothing: Split = { charge: 0, fee: 0 };

/**
 * What may go back of one order: all that is kept of it once the dossier ended without the work, else what was paid beyond
 * what is owed.
 *
 * @param kept - of every order of the dossier
 * @param owed - what the dossier costs now; null when it ended without the work
 */
export function returnableOf(orderId: string, kept: readonly KeptOrder[], owed: Split | null): Split {
  const order = kept.find((each) => each.orderId === orderId);
  if (!order) return nothing;
  if (owed === null) return { charge: order.charge, fee: order.fee };
  const all = sumOfSplits(kept);
  const beyond = all.charge + all.fee - owed.charge - owed.fee;
  const amount = Math.max(0, Math.min(beyond, order.charge + order.fee));
  // From the part that became less; the rest from the other one.
  const charge = Math.min(amount, order.charge, Math.max(0, all.charge - owed.charge));
  const fee = Math.min(amount - charge, order.fee);
  return { charge: amount - fee, fee };
}

export function sumOfSplits(splits: readonly Split[]): Split {
  return splits.reduce(
    (sum, { charge, fee }) => ({ charge: sum.charge + charge, fee: sum.fee + fee }),
    nothing,
  );
}

/** One movement of a day as a statement tells it. */
export interface StatementLine {
  readonly transactionId: string;
  readonly kind: 'payment' | 'refund';
  /** Reference of our order. */
  readonly reference: string;
  /** Integer đồng. */
  readonly amount: number;
}

export interface Difference {
  readonly why: 'missing-here' | 'missing-there' | 'other-amount';
  readonly line: StatementLine;
  /** What we booked, where both sides know it. */
  readonly ours: number | null;
}

export interface ReconciliationResult {
  readonly matched: number;
  readonly differences: readonly Difference[];
}

/** Compares what the platform says of a day with what we booked for it, movement by movement. */
export function reconcileStatement(
  theirs: readonly StatementLine[],
  ours: readonly StatementLine[],
): ReconciliationResult {
  const keyOf = ({ kind, transactionId }: StatementLine): string => `${kind}/${transactionId}`;
  const booked = new Map(ours.map((line) => [keyOf(line), line]));
  const told = new Map(theirs.map((line) => [keyOf(line), line]));
  const differences: Difference[] = [];
  let matched = 0;
  for (const line of told.values()) {
    const mine = booked.get(keyOf(line));
    if (!mine) differences.push({ why: 'missing-here', line, ours: null });
    else if (mine.amount !== line.amount) differences.push({ why: 'other-amount', line, ours: mine.amount });
    else matched += 1;
  }
  for (const line of booked.values())
    if (!told.has(keyOf(line))) differences.push({ why: 'missing-there', line, ours: line.amount });
  return { matched, differences };
}

/** What is known of a version on its way. */
export interface ReleaseFacts {
  readonly releasedAt: string | null;
  readonly receipt: string | null;
}

/** `kept` until somebody lets it go; then `waiting`, `put-aside` after its last attempt, or `acknowledged`. */
export type ReportDelivery = 'kept' | 'waiting' | 'put-aside' | 'acknowledged';

/** @param lane - what waits in the month's lane to the receiver; undefined when nothing does */
export function deliveryOf(
  { releasedAt, receipt }: ReleaseFacts,
  lane: { readonly dead: boolean } | undefined,
): ReportDelivery {
  if (receipt !== null) return 'acknowledged';
  if (releasedAt === null) return 'kept';
  return lane?.dead ? 'put-aside' : 'waiting';
}

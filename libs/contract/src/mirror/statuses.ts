/** How far a part resolved in another system is; the ten national states in their order. */
export const mirrorStatuses = [
  'submitted',
  'received',
  'refused',
  'processing',
  'awaiting-supplement',
  'awaiting-payment',
  'withdrawn',
  'stopped',
  'done',
  'returned',
] as const;
export type MirrorStatus = (typeof mirrorStatuses)[number];

import type { ProcessingState } from '@mocua/contract';

/** The ten national status codes are a projection of our state, never stored as truth. */
export const nationalStatusOf: Readonly<Record<ProcessingState, number>> = {
  submitted: 1,
  'pre-supplement': 5,
  refused: 3,
  received: 2,
  transferring: 2,
  processing: 4,
  'awaiting-supplement': 5,
  'awaiting-payment': 6,
  done: 9,
  returned: 10,
  withdrawn: 7,
  stopped: 8,
};

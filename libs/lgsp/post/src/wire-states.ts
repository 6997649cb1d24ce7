import type { TrackingPoint } from '@mocua/server/delivery';

/**
 * States of the post by their codes. Only 4 is known from public code; the others are our reading. A code that does not
 * stand here tells nothing: the parcel stays where it was last seen.
 */
export const stepOfCode: Readonly<Record<string, TrackingPoint['step']>> = {
  '1': 'ordered',
  '2': 'collected',
  '3': 'on-the-way',
  '4': 'delivered',
  '5': 'not-delivered',
  '6': 'returned',
};

import type { NoticeKind } from '@mocua/contract';

const minute = 60_000;

/**
 * Kinds whose words only say "look there": a second one within so many minutes would say the same again, because what there
 * is to see includes both. Payments that arrived or went back are facts of their own and always told.
 */
export const sameWithinMinutes: Readonly<Partial<Record<NoticeKind, number>>> = {
  'supplement-requested': 10,
  'payment-requested': 10,
};

/** From when on an earlier notice of the kind says the same; null when each is told. */
export function sameSince(kind: NoticeKind, now: Date): Date | null {
  const minutes = sameWithinMinutes[kind];
  return minutes === undefined ? null : new Date(now.getTime() - minutes * minute);
}

/** Longer than any night of quiet hours and the working day of a gateway's operator behind it. */
const giveUpAfterMs = 36 * 60 * minute;
const longestPauseMs = 15 * minute;

/**
 * When a message that the gateway did not take is tried again; null when it is given up, and the inbox and the officer are
 * what remains.
 */
export function nextTry(attempts: number, firstAt: Date, now: Date): Date | null {
  const pause = Math.min(longestPauseMs, 1_000 * 2 ** Math.min(attempts, 20));
  return now.getTime() - firstAt.getTime() > giveUpAfterMs ? null : new Date(now.getTime() + pause);
}

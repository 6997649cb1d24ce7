/** The phone is in the person's hand. */
const phoneMs = 10 * 60_000;
/** The person still waits for their turn; at the end of a long working day the code is worth nothing. */
const counterMs = 8 * 3_600_000;

/** Until when the two codes of a hand-over made at `now` count. */
export function handoverTimes(now: Date): { readonly phoneUntil: Date; readonly counterUntil: Date } {
  return {
    phoneUntil: new Date(now.getTime() + phoneMs),
    counterUntil: new Date(now.getTime() + counterMs),
  };
}

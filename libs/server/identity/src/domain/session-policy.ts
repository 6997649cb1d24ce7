/** How long a session lives. */
export class SessionPolicy {
  constructor(
    /** Without a request for this long, the session ends. */
    readonly idleMs: number = 30 * 60_000,
    /** After this long it ends whatever happens. */
    readonly absoluteMs: number = 12 * 3_600_000,
    /** The time of the last request is written at most this often. */
    readonly touchEveryMs: number = 60_000,
  ) {}

  /** Whether the session has run out at `now`. */
  hasExpired(session: { readonly createdAt: Date; readonly lastSeenAt: Date }, now: Date): boolean {
    return (
      now.getTime() - session.lastSeenAt.getTime() >= this.idleMs ||
      now.getTime() - session.createdAt.getTime() >= this.absoluteMs
    );
  }

  /** Whether the time of the last request is old enough to be written again. */
  shouldTouch(lastSeenAt: Date, now: Date): boolean {
    return now.getTime() - lastSeenAt.getTime() >= this.touchEveryMs;
  }
}

/** Source of the current time. Engines never ask it; the application layer passes the instant on. */
export abstract class Clock {
  abstract now(): Date;

  /** Current instant as ISO-8601 in UTC. */
  iso(): string {
    return this.now().toISOString();
  }

  /** Current date in Vietnam (`YYYY-MM-DD`); Vietnam is UTC+7 all year. */
  today(): string {
    return localDate(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

const vietnamOffsetMs = 7 * 60 * 60 * 1000;

/** Calendar date of an instant in Vietnam. */
export function localDate(at: Date): string {
  return new Date(at.getTime() + vietnamOffsetMs).toISOString().slice(0, 10);
}

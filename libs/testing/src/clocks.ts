import { Clock } from '@mocua/server/kernel';

/** Clock that stands still. */
export class FixedClock extends Clock {
  private readonly instant: number;

  /** @param at instant as ISO-8601 with offset, or a Date */
  constructor(at: string | Date) {
    super();
    this.instant = instantOf(at);
  }

  now(): Date {
    return new Date(this.instant);
  }
}

/** Clock that moves only when the test says so. */
export class MovingClock extends Clock {
  private instant: number;

  /** @param start instant as ISO-8601 with offset, or a Date */
  constructor(start: string | Date) {
    super();
    this.instant = instantOf(start);
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves forward by so much; parts add up. */
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    const minutes = ((by.days ?? 0) * 24 + (by.hours ?? 0)) * 60 + (by.minutes ?? 0);
    this.instant += (minutes * 60 + (by.seconds ?? 0)) * 1000;
  }

  /** Sets another instant, earlier ones included. */
  set(at: string | Date): void {
    this.instant = instantOf(at);
  }
}

function instantOf(at: string | Date): number {
  const instant = typeof at === 'string' ? Date.parse(at) : at.getTime();
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${String(at)}`);
  if (typeof at === 'string' && !/(?:Z|[+-]\d\d:\d\d)$/u.test(at))
    throw new RangeError(`instant without offset: ${at}`);
  return instant;
}

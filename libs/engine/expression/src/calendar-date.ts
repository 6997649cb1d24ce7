/** Days from 1970-01-01 in the proleptic Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A calendar date without time and zone, between the years 1 and 9999. */
export class FeelDate {
  private constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}

  static of(year: number, month: number, day: number): FeelDate | null {
    if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
      return null;
    return new FeelDate(year, month, day);
  }

  /** Reads `2026-11-23`; null for any other form and for days that do not exist. */
  static parse(text: string): FeelDate | null {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
    return match ? FeelDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  }

  static fromDayNumber(days: number): FeelDate | null {
    const shifted = days + 719468;
    const era = Math.floor(shifted / 146097);
    const dayOfEra = shifted - era * 146097;
    const yearOfEra = Math.floor(
      (dayOfEra -
        Math.floor(dayOfEra / 1460) +
        Math.floor(dayOfEra / 36524) -
        Math.floor(dayOfEra / 146096)) /
        365,
    );
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return FeelDate.of(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
  }

  /** Days from 1970-01-01. */
  get dayNumber(): number {
    return dayNumber(this.year, this.month, this.day);
  }

  /** 1 for Monday to 7 for Sunday. */
  get weekday(): number {
    return ((((this.dayNumber + 3) % 7) + 7) % 7) + 1;
  }

  /** 1 for 1 January. */
  get dayOfYear(): number {
    return this.dayNumber - dayNumber(this.year, 1, 1) + 1;
  }

  /** ISO 8601: week 1 holds the first Thursday of the year. */
  get weekOfYear(): number {
    const thursday = this.dayNumber - this.weekday + 4;
    const year = FeelDate.fromDayNumber(thursday)?.year ?? this.year;
    return Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  }

  /** A month that is too short ends on its last day: 31 January + 1 month = 28 or 29 February. */
  plusMonths(months: number): FeelDate | null {
    const index = this.year * 12 + this.month - 1 + months;
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    return FeelDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
  }

  plusDays(days: number): FeelDate | null {
    return FeelDate.fromDayNumber(this.dayNumber + days);
  }

  toString(): string {
    return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A length of time in whole months or in whole days; the two kinds do not mix. */
export class FeelDuration {
  constructor(
    readonly unit: 'months' | 'days',
    readonly amount: number,
  ) {}

  /** Reads `P18Y`, `P1Y6M`, `P3M`, `P15D`, the same with a leading minus, and `PT0S`; null for anything else. */
  static parse(text: string): FeelDuration | null {
    if (text === 'PT0S') return new FeelDuration('days', 0);
    const match = /^(-?)P(?:(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?|(\d{1,6})D)$/u.exec(text);
    if (!match) return null;
    const sign = match[1] === '-' ? -1 : 1;
    if (match[4] !== undefined) return new FeelDuration('days', sign * Number(match[4]) + 0);
    return new FeelDuration('months', sign * (Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0)) + 0);
  }

  /** Whole months from one date to another, toward zero. */
  static monthsBetween(from: FeelDate, to: FeelDate): FeelDuration {
    const months = (to.year - from.year) * 12 + to.month - from.month;
    const early = months > 0 && to.day < from.day ? -1 : months < 0 && to.day > from.day ? 1 : 0;
    return new FeelDuration('months', months + early);
  }

  toString(): string {
    const size = Math.abs(this.amount);
    const sign = this.amount < 0 ? '-' : '';
    // The canonical form of no time at all in XML Schema, and so in FEEL.
    if (this.unit === 'days') return size === 0 ? 'PT0S' : `${sign}P${size}D`;
    const years = Math.floor(size / 12);
    const months = size % 12;
    return `${sign}P${years > 0 ? `${years}Y` : ''}${months > 0 || years === 0 ? `${months}M` : ''}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

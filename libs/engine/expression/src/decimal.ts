/** Significant digits that are kept, as in IEEE 754 decimal128; further digits are rounded half to even. */
const DIGITS = 34;
/** Digits after the decimal point that are kept. */
const MAX_SCALE = 40;

/** `mantissa` / 10^`scale`, canonical: no trailing zero after the point, never a value that a safe integer holds. */
export class Decimal {
  constructor(
    readonly mantissa: bigint,
    readonly scale: number,
  ) {}

  toString(): string {
    const digits = (this.mantissa < 0n ? -this.mantissa : this.mantissa)
      .toString()
      .padStart(this.scale + 1, '0');
    const whole = digits.slice(0, digits.length - this.scale);
    const sign = this.mantissa < 0n ? '-' : '';
    return this.scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-this.scale)}`;
  }
}

/** Integers up to 2^53 stay JavaScript numbers: that is the common case, and it is fast. */
export type FeelNumber = number | Decimal;

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

function digitsOf(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** `up` and `down` are away from and toward zero; `half-…` say where the middle goes. */
export type RoundingMode = 'half-even' | 'half-up' | 'half-down' | 'up' | 'down';

function dropDigits(value: bigint, count: number, mode: RoundingMode = 'half-even'): bigint {
  const divisor = power(count);
  const quotient = value / divisor;
  const rest = value % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  return goesAway(mode, twice, divisor, quotient) ? quotient + (value < 0n ? -1n : 1n) : quotient;
}

/** Whether rounding goes to the next digit away from zero; `twice` is two times what is dropped. */
function goesAway(mode: RoundingMode, twice: bigint, divisor: bigint, quotient: bigint): boolean {
  if (mode === 'up') return twice > 0n;
  if (mode === 'down') return false;
  if (twice !== divisor) return twice > divisor;
  return mode === 'half-up' || (mode === 'half-even' && quotient % 2n !== 0n);
}

/** The canonical number for mantissa / 10^scale, or null when it is 10^34 or more. */
function canonical(mantissa: bigint, scale: number): FeelNumber | null {
  let value = mantissa;
  let places = scale;
  const excess = Math.max(digitsOf(value) - DIGITS, places - MAX_SCALE, 0);
  if (excess > 0) {
    value = dropDigits(value, excess);
    places -= excess;
  }
  if (places < 0) {
    if (digitsOf(value) - places > DIGITS) return value === 0n ? 0 : null;
    value *= power(-places);
    places = 0;
  }
  while (places > 0 && value % 10n === 0n) {
    value /= 10n;
    places -= 1;
  }
  if (digitsOf(value) - places > DIGITS) return null;
  if (places > 0) return new Decimal(value, places);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : new Decimal(value, 0);
}

/** Reads decimal text, with an optional exponent as JavaScript writes it. */
export function parseDecimal(text: string): FeelNumber | null {
  const match = /^(-?)(\d*)(?:\.(\d+))?(?:e([+-]?\d{1,4}))?$/u.exec(text);
  if (!match) return null;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  if (whole.length + fraction.length === 0 || whole.length + fraction.length > 400) return null;
  const mantissa = BigInt(whole + fraction) * (match[1] === '-' ? -1n : 1n);
  const scale = fraction.length - Number(match[4] ?? 0);
  return scale < -400 ? (mantissa === 0n ? 0 : null) : canonical(mantissa, scale);
}

/** The engine's number for any value; null when it is not a finite number in range. */
export function asNumber(value: unknown): FeelNumber | null {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
    return Number.isFinite(value) ? parseDecimal(String(value)) : null;
  }
  return value instanceof Decimal ? value : null;
}

function widen(value: FeelNumber): Decimal {
  return typeof value === 'number' ? new Decimal(BigInt(value), 0) : value;
}

function aligned(left: FeelNumber, right: FeelNumber): readonly [bigint, bigint, number] {
  const a = widen(left);
  const b = widen(right);
  const scale = Math.max(a.scale, b.scale);
  return [a.mantissa * power(scale - a.scale), b.mantissa * power(scale - b.scale), scale];
}

export function add(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [a, b, scale] = aligned(left, right);
  return canonical(a + b, scale);
}

export function negate(value: FeelNumber): FeelNumber {
  return typeof value === 'number' ? 0 - value : new Decimal(-value.mantissa, value.scale);
}

export function multiply(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  const a = widen(left);
  const b = widen(right);
  return canonical(a.mantissa * b.mantissa, a.scale + b.scale);
}

/** Quotient to 34 significant digits; null for a division by zero. */
export function divide(left: FeelNumber, right: FeelNumber): FeelNumber | null {
  if (right === 0) return null;
  const a = widen(left);
  const b = widen(right);
  const shift = Math.max(0, DIGITS + 2 + digitsOf(b.mantissa) - digitsOf(a.mantissa));
  const dividend = a.mantissa * power(shift);
  const quotient = dividend / b.mantissa;
  const scale = a.scale - b.scale + shift;
  if (quotient * b.mantissa === dividend) return canonical(quotient, scale);
  // One digit that stands for the cut-off rest keeps the rounding right.
  const negative = dividend < 0n !== b.mantissa < 0n;
  return canonical(quotient * 10n + (negative ? -1n : 1n), scale + 1);
}

/** Negative, zero or positive, as the left number is smaller, equal or greater. */
export function compareNumbers(left: FeelNumber, right: FeelNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function floor(value: FeelNumber): FeelNumber | null {
  if (typeof value === 'number') return value;
  const divisor = power(value.scale);
  const quotient = value.mantissa / divisor;
  const exact = quotient * divisor === value.mantissa;
  return canonical(value.mantissa < 0n && !exact ? quotient - 1n : quotient, 0);
}

/** Rounds to a number of decimal places; negative places round before the point. */
export function roundTo(
  value: FeelNumber,
  places: number,
  mode: RoundingMode = 'half-even',
): FeelNumber | null {
  const { mantissa, scale } = widen(value);
  return scale <= places ? value : canonical(dropDigits(mantissa, scale - places, mode), places);
}

/** The value times 10^`places`. */
export function scaled(value: FeelNumber, places: number): FeelNumber | null {
  const { mantissa, scale } = widen(value);
  return canonical(mantissa, scale - places);
}

/** The nearest JavaScript number; null for an integer that it cannot hold exactly. */
export function toPlainNumber(value: FeelNumber): number | null {
  if (typeof value === 'number') return value;
  return value.scale === 0 ? null : Number(value.toString());
}

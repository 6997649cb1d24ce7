import type { NationalTimeView, ProcedureSummary } from '@mocua/contract';
import { foldVietnamese } from '@mocua/engine/vietnamese';

/** Integer đồng when the text is digits and nothing else; “từ 12.000” and an empty text are no amount. */
export function readAmount(said: string): number | null {
  const text = said.trim();
  return /^\d{1,12}$/u.test(text) ? Number(text) : null;
}

export type TimeLimitReading = Pick<NationalTimeView, 'amount' | 'measure' | 'meaning'>;

const measures: readonly (readonly [RegExp, NonNullable<TimeLimitReading['measure']>])[] = [
  [/^gio\b/u, 'hour'],
  [/^ngay\b/u, 'day'],
  [/^thang\b/u, 'month'],
  [/^nam\b/u, 'year'],
];

/**
 * What a time limit says for sure. A bare “ngày” may mean working or calendar days, so its meaning stays unclear; a number
 * in other words (“trong ngày”) is not read at all.
 */
export function readTimeLimit(said: string, unitSaid: string): TimeLimitReading {
  const unit = foldVietnamese(unitSaid);
  const measure = measures.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
  return { amount: readRange(said), measure, meaning: meaningOf(unit) };
}

function meaningOf(unit: string): TimeLimitReading['meaning'] {
  if (/\blam viec\b/u.test(unit)) return 'working';
  return /^ngay (?:lich|duong lich)$/u.test(unit) || unit === 'thang' || unit === 'nam'
    ? 'calendar'
    : 'unclear';
}

function readRange(said: string): TimeLimitReading['amount'] {
  const match = /^(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$/u.exec(said.trim());
  if (!match) return null;
  const from = Number(match[1]);
  return { from, to: match[2] === undefined ? from : Number(match[2]) };
}

/** Only a web address becomes a link; a file name or a path stays text. */
export function readFormUrl(said: string): string | null {
  const text = said.trim();
  return /^https?:\/\/[^\s<>"']+$/iu.test(text) ? text : null;
}

const citizenWords = /\b(?:cong dan|ca nhan|nguoi|can bo|ho gia dinh|ho kinh doanh)\b/u;
const organisationWords = /\b(?:doanh nghiep|to chuc|hop tac xa|co quan|don vi|cong ty)\b/u;

/** Which of the two audiences of the portal the named groups belong to; both when nothing is named. */
export function readAudience(audiences: readonly string[]): ProcedureSummary['audience'] {
  const folded = audiences.map(foldVietnamese);
  const citizen = folded.some((name) => citizenWords.test(name));
  const organisation = folded.some((name) => organisationWords.test(name));
  if (citizen === organisation) return ['citizen', 'organisation'];
  return citizen ? ['citizen'] : ['organisation'];
}

/**
 * The code of the procedure itself. A province adds a suffix when it publishes: `1.012753.H19` and
 * `1.012753.000.00.00.H19` are both the procedure `1.012753`. Other codes stay as they are.
 */
export function baseCodeOf(code: string): string {
  return /^(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.H\d{2})?$/u.exec(code)?.[1] ?? code;
}

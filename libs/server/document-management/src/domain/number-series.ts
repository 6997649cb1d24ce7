/** How documents of a unit are numbered. */
export interface NumberingRule {
  /** `YYYY-MM-DD`; documents dated from this day on. */
  readonly effectiveFrom: string;
  /** `kind`: each kind of document has a row of numbers of its own; `unit`: all documents of the unit share one. */
  readonly series: 'kind' | 'unit';
  readonly source: string;
  /** Whether the text of the source was compared with its publication. */
  readonly verified: boolean;
}

/**
 * All versions, oldest first.
 *
 * @legal NĐ 30/2020 Phụ lục I: the number is the order of the document within its unit and year
 */
export const numberingRules: readonly NumberingRule[] = [
  {
    effectiveFrom: '2020-03-05',
    series: 'kind',
    source:
      'NĐ 30/2020/NĐ-CP Phụ lục I, bản đọc chưa đối chiếu Công báo; dãy số riêng cho từng loại là đặt tạm',
    verified: false,
  },
];

/** What may be there once: a number in its row of a unit and a year. */
export interface NumberPlace {
  readonly year: number;
  /** What stands behind the number, for example `QĐ-UBND`; empty where all kinds share a row. */
  readonly series: string;
  readonly ordinal: string;
}

/**
 * Where a number belongs, however it was written: `07/QĐ-UBND`, `7 / qđ-ubnd`, `7/2026/QĐ-UBND` and a bare `7` are one.
 *
 * @param symbol - what stands behind numbers of this kind; used where the number was written without it
 * @param date - of the document, `YYYY-MM-DD`
 */
export function placeOfNumber(number: string, symbol: string, date: string): NumberPlace {
  const year = date.slice(0, 4);
  const [first = '', ...rest] = plain(number).split('/');
  const written = (rest[0] === year ? rest.slice(1) : rest).join('/');
  const rule = numberingRules.findLast(({ effectiveFrom }) => effectiveFrom <= date);
  return {
    year: Number(year),
    series: rule?.series === 'unit' ? '' : written || plain(symbol),
    ordinal: first.replace(/^0+(?=.)/u, ''),
  };
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '').toUpperCase();
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', ' nghìn', ' triệu'] as const;
const billion = 1_000_000_000;

/**
 * An amount as it is written on a receipt: `8.000` is `Tám nghìn đồng`.
 *
 * @param dong - integer đồng from 0 to the largest safe integer
 * @throws RangeError for anything else: a receipt must not say a wrong amount
 */
export function dongInWords(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong < 0) throw new RangeError('not an amount of đồng');
  const words = dong === 0 ? digits[0] : wordsOf(dong, false);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
}

/** @param isInner - whether something stands before it, so that empty hundreds are said */
function wordsOf(value: number, isInner: boolean): string {
  const billions = Math.floor(value / billion);
  const rest = value % billion;
  if (billions === 0) return belowBillion(rest, isInner);
  const high = `${wordsOf(billions, isInner)} tỷ`;
  return rest === 0 ? high : `${high} ${belowBillion(rest, true)}`;
}

function belowBillion(value: number, isInner: boolean): string {
  const parts: string[] = [];
  for (const scale of [2, 1, 0] as const) {
    const group = Math.floor(value / 1000 ** scale) % 1000;
    if (group > 0) parts.push(`${threeDigits(group, isInner || parts.length > 0)}${scales[scale]}`);
  }
  return parts.join(' ');
}

function threeDigits(group: number, isInner: boolean): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const isSaid = hundreds > 0 || isInner;
  const head = isSaid ? `${digits[hundreds]} trăm` : '';
  if (rest === 0) return head;
  const tail = twoDigits(rest);
  if (!isSaid) return tail;
  return rest < 10 ? `${head} linh ${tail}` : `${head} ${tail}`;
}

function twoDigits(value: number): string {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  if (tens === 0) return String(digits[unit]);
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`;
  if (unit === 0) return head;
  if (unit === 5) return `${head} lăm`;
  return `${head} ${unit === 1 && tens > 1 ? 'mốt' : digits[unit]}`;
}

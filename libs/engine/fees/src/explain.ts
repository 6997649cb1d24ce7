import type { FeeSource, Localized } from '@mocua/contract';
import type { FeeLineQuote, FeeTotal } from './fee-quote';

/** `16.000 đồng`; in English `16,000 VND`. */
export function dongText(dong: number): Localized {
  const grouped = (separator: string) => String(dong).replace(/\B(?=(?:\d{3})+$)/gu, separator);
  return { vi: `${grouped('.')} đồng`, en: `${grouped(',')} VND` };
}

/** An amount in words, also while it is open. */
export function amountText({ amount, least, most }: FeeTotal): Localized {
  if (amount !== null) return dongText(amount);
  const [from, to] = [dongText(least), most === null ? null : dongText(most)];
  if (least === 0 && to === null) return both('Chưa tính được', 'Not known yet');
  if (least === 0 && to !== null) return both(`Nhiều nhất ${to.vi}`, `At most ${to.en}`);
  if (to === null) return both(`Từ ${from.vi} trở lên`, `${from.en} or more`);
  return both(`Từ ${from.vi} đến ${to.vi}`, `${from.en} to ${to.en}`);
}

type Unexplained = Omit<FeeLineQuote, 'explanation'>;

/** Says how a line came out: what, how many, and which rule took something away. */
export function explain(line: Unexplained): Localized {
  switch (line.state) {
    case 'open':
      return openText(line);
    case 'later':
      return laterText(line);
    case 'none':
      return { vi: 'Không phải nộp khoản này.', en: 'Nothing to pay here.' };
    case 'waived':
      return line.waiver ? waivedText(line.waiver) : both('', '');
    case 'due':
      return dueText(line);
  }
}

const both = (vi: string, en: string): Localized => ({ vi, en });

function dueText({ amount, price, quantity, unit, waiver }: Unexplained): Localized {
  const sum = dongText(amount ?? 0);
  const counted =
    unit && price !== null && quantity !== null
      ? both(
          `${quantity} ${unit.vi} × ${dongText(price).vi}`,
          `${quantity} × ${dongText(price).en} per ${unit.en}`,
        )
      : null;
  if (!waiver)
    return counted
      ? both(`${counted.vi} = ${sum.vi}.`, `${counted.en} = ${sum.en}.`)
      : both(`${sum.vi}.`, `${sum.en}.`);
  const saved = waiver.saved === null ? null : dongText(waiver.saved);
  const less = saved
    ? both(`, được giảm ${saved.vi}`, `, reduced by ${saved.en}`)
    : both(', được giảm', ', reduced');
  const from = counted ?? (price === null ? null : dongText(price));
  const head = from
    ? both(`${from.vi}${less.vi}, còn ${sum.vi}`, `${from.en}${less.en}, ${sum.en} left`)
    : both(sum.vi, sum.en);
  return both(`${head.vi}: ${ground(waiver).vi}.`, `${head.en}: ${ground(waiver).en}.`);
}

function waivedText(waiver: NonNullable<Unexplained['waiver']>): Localized {
  const saved = waiver.saved === null ? null : dongText(waiver.saved);
  return both(
    `Được miễn${saved ? ` ${saved.vi}` : ''}: ${ground(waiver).vi}.`,
    `Waived${saved ? ` ${saved.en}` : ''}: ${ground(waiver).en}.`,
  );
}

function ground({ name, source }: { readonly name: Localized; readonly source: FeeSource }): Localized {
  return both(`${name.vi} (${source.citation})`, `${name.en} (${source.citation})`);
}

function openText({ least, most }: Unexplained): Localized {
  const vi = 'Chưa tính được vì còn thiếu thông tin';
  const en = 'Not known yet: something is still missing';
  if (most === null) return both(`${vi}.`, `${en}.`);
  const top = dongText(most);
  if (least === 0) return both(`${vi}; nhiều nhất là ${top.vi}.`, `${en}; at most ${top.en}.`);
  return both(
    `${vi}; từ ${dongText(least).vi} đến ${top.vi}.`,
    `${en}; from ${dongText(least).en} to ${top.en}.`,
  );
}

function laterText({ least, faulty }: Unexplained): Localized {
  if (faulty || least === 0) {
    return both(
      'Cơ quan giải quyết sẽ báo số tiền cho bạn; hiện chưa có số.',
      'The office will tell you the amount; it is not known yet.',
    );
  }
  const from = dongText(least);
  return both(
    `Từ ${from.vi} trở lên; cơ quan giải quyết sẽ báo số chính xác cho bạn.`,
    `From ${from.en}; the office will tell you the exact amount.`,
  );
}

import type { Localized } from '@mocua/contract';
import { type PartName, partName, type Place, shorten } from './places';

/** One thing that differs between two records. */
export interface RecordChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** The part of the record it is about, in words: “mức phí”, or the name of what changed. */
  readonly subject: Localized;
  readonly place: Place | null;
  /** What was said before and after; null where there is nothing to compare. */
  readonly before: string | null;
  readonly after: string | null;
  /** The whole change in one readable line. */
  readonly line: Localized;
}

const nothing: Localized = { vi: '(để trống)', en: '(empty)' };

/** Nothing when both texts are the same. */
export function changedText(place: Place, subject: Localized, before: string, after: string): RecordChange[] {
  if (before === after) return [];
  const line = {
    vi: `${place.vi}: ${subject.vi} đổi từ ${quoted(before, 'vi')} thành ${quoted(after, 'vi')}`,
    en: `${place.en}: ${subject.en} changes from ${quoted(before, 'en')} to ${quoted(after, 'en')}`,
  };
  return [{ kind: 'changed', subject, place, before, after, line }];
}

function quoted(text: string, language: keyof Localized): string {
  return text === '' ? nothing[language] : `“${text}”`;
}

const verbs = {
  added: ['Thêm', 'Added'],
  removed: ['Bỏ', 'Removed'],
  reordered: ['Đổi thứ tự', 'Other order of'],
} as const;

const channelPart: Localized = { vi: 'cách nộp', en: 'way of filing' };

/** Something that came, went or moved within a list. */
export function listChange(
  kind: keyof typeof verbs,
  part: PartName | 'channel',
  says: string | Localized,
  outer: Place | null,
): RecordChange {
  const [vi, en] = verbs[kind];
  const subject = part === 'channel' ? channelPart : partName(part);
  const said = typeof says === 'string' ? { vi: says, en: says } : says;
  const line = {
    vi: `${prefix(outer?.vi)}${vi} ${subject.vi}${kind === 'reordered' ? '' : ` “${shorten(said.vi)}”`}`,
    en: `${prefix(outer?.en)}${en} ${subject.en}${kind === 'reordered' ? '' : ` “${shorten(said.en)}”`}`,
  };
  return {
    kind,
    subject,
    place: outer,
    before: kind === 'removed' ? said.vi : null,
    after: kind === 'added' ? said.vi : null,
    line,
  };
}

function prefix(place: string | undefined): string {
  return place === undefined ? '' : `${place}: `;
}

import type { Localized } from '@mocua/contract';
import type { RecordChannel } from './national-record';

/** Where something stands in a record, in words of the page and not of JSON. */
export type Place = Localized;

const channelNames: Readonly<Record<RecordChannel['channel'], Localized>> = {
  direct: { vi: 'Nộp trực tiếp', en: 'In person' },
  online: { vi: 'Nộp trực tuyến', en: 'Online' },
  post: { vi: 'Nộp qua bưu chính', en: 'By post' },
};

export function channelPlace(channel: RecordChannel['channel']): Place {
  return channelNames[channel];
}

/** A place inside another one: “Nộp trực tiếp › thời hạn 2”. */
export function within(outer: Place, inner: Place): Place {
  return { vi: `${outer.vi} › ${inner.vi}`, en: `${outer.en} › ${inner.en}` };
}

const parts = {
  time: ['thời hạn', 'time limit'],
  fee: ['mức phí', 'fee'],
  case: ['trường hợp', 'case'],
  component: ['giấy tờ', 'paper'],
  sequence: ['trình tự', 'sequence'],
  step: ['bước', 'step'],
  field: ['lĩnh vực', 'field'],
  audience: ['đối tượng', 'audience'],
  result: ['kết quả', 'result'],
  law: ['căn cứ pháp lý', 'legal basis'],
  agency: ['cơ quan', 'agency'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type PartName = keyof typeof parts;

const shownLength = 70;

/** A numbered part with the beginning of what it says, so that a person finds it again. */
export function numbered(part: PartName, index: number, says = ''): Place {
  const [vi, en] = parts[part];
  const short = shorten(says);
  const tail = short === '' ? '' : ` “${short}”`;
  return { vi: `${vi} ${index + 1}${tail}`, en: `${en} ${index + 1}${tail}` };
}

export function partName(part: PartName): Localized {
  const [vi, en] = parts[part];
  return { vi, en };
}

export function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > shownLength ? `${trimmed.slice(0, shownLength - 1).trimEnd()}…` : trimmed;
}

import type { Localized } from '@mocua/contract';
import { align, type Keys } from './align';
import { changedText, listChange, type RecordChange } from './record-change';
import type {
  NationalRecord,
  RecordCase,
  RecordChannel,
  RecordComponent,
  RecordFee,
  RecordTime,
} from './national-record';
import { channelPlace, numbered, type PartName, type Place, within } from './places';

/** What can differ in one item of a list. */
interface Attribute<T> {
  readonly label: Localized;
  readonly of: (item: T) => string;
}

/** How one kind of list is compared. */
interface Comparison<T> {
  readonly part: PartName;
  readonly keys: Keys<T>;
  readonly says: (item: T) => string;
  /** How the place of an item is called when that is shorter. */
  readonly title?: (item: T) => string;
  readonly attributes: readonly Attribute<T>[];
  readonly inside?: (before: T, after: T, place: Place) => RecordChange[];
}

const label = (vi: string, en: string): Localized => ({ vi, en });
const codeLabel = label('mã', 'code');
const nameLabel = label('tên', 'name');
const noteLabel = label('mô tả', 'description');

/**
 * What changed from one record to another, by meaning and readable by a person. Empty exactly when both say the same.
 */
export function difference(before: NationalRecord, after: NationalRecord): RecordChange[] {
  const whole = label('Thủ tục', 'Procedure');
  const text = (name: Localized, of: (record: NationalRecord) => string) =>
    changedText(whole, name, of(before), of(after));
  return [
    ...text(label('mã thủ tục', 'code'), (record) => record.nationalCode),
    ...text(nameLabel, (record) => record.name),
    ...text(label('cơ quan công bố', 'publishing agency'), (record) => record.publisherCode),
    ...text(label('trạng thái', 'status'), (record) => record.statusSaid),
    ...compare(codedNames('field'), before.fields, after.fields, null),
    ...compare(sequences, before.sequences, after.sequences, null),
    ...channels(before, after),
    ...compare(cases, before.cases, after.cases, null),
    ...compare(plain('audience'), before.audiences, after.audiences, null),
    ...compare(codedNames('result'), before.results, after.results, null),
    ...compare(laws, before.legalBasis, after.legalBasis, null),
    ...compare(codedNames('agency'), before.agencies, after.agencies, null),
    ...text(label('yêu cầu, điều kiện', 'requirements'), (record) => record.requirements),
  ];
}

function compare<T>(
  { part, keys, says, title = says, attributes, inside }: Comparison<T>,
  before: readonly T[],
  after: readonly T[],
  outer: Place | null,
): RecordChange[] {
  const { pairs, removed, added, reordered } = align(before, after, keys, says);
  const placeOf = (item: T) => {
    const place = numbered(part, after.indexOf(item), title(item));
    return outer ? within(outer, place) : place;
  };
  return [
    ...removed.map((item) => listChange('removed', part, says(item), outer)),
    ...added.map((item) => listChange('added', part, says(item), outer)),
    ...pairs.flatMap(([one, other]) => [
      ...attributes.flatMap(({ label: name, of }) => changedText(placeOf(other), name, of(one), of(other))),
      ...(inside?.(one, other, placeOf(other)) ?? []),
    ]),
    ...(reordered ? [listChange('reordered', part, '', outer)] : []),
  ];
}

function plain(part: PartName): Comparison<string> {
  const itself = (text: string) => text;
  return {
    part,
    keys: [itself],
    says: itself,
    attributes: [{ label: label('nội dung', 'text'), of: itself }],
  };
}

function codedNames(part: PartName): Comparison<{ readonly code: string; readonly name: string }> {
  return {
    part,
    keys: [({ code }) => code, ({ name }) => name],
    says: ({ name }) => name,
    attributes: [
      { label: codeLabel, of: ({ code }) => code },
      { label: nameLabel, of: ({ name }) => name },
    ],
  };
}

const laws: Comparison<NationalRecord['legalBasis'][number]> = {
  part: 'law',
  keys: [
    ({ number, title }) => JSON.stringify([number, title]),
    ({ number }) => number,
    ({ title }) => title,
  ],
  says: ({ number, title }) => `${number} ${title}`.trim(),
  attributes: [
    { label: label('số, ký hiệu', 'number'), of: ({ number }) => number },
    { label: nameLabel, of: ({ title }) => title },
  ],
};

const sequences: Comparison<NationalRecord['sequences'][number]> = {
  part: 'sequence',
  keys: [({ name }) => `name ${name}`],
  says: ({ name }) => name,
  attributes: [{ label: nameLabel, of: ({ name }) => name }],
  inside: (before, after, place) => compare(plain('step'), before.steps, after.steps, place),
};

const fees: Comparison<RecordFee> = {
  part: 'fee',
  keys: [({ code, unit, note }) => JSON.stringify([code, unit, note]), ({ note }) => note],
  says: ({ note, amountSaid, unit }) => `${note} ${amountSaid} ${unit}`.trim(),
  attributes: [
    { label: label('số tiền', 'amount'), of: ({ amountSaid }) => amountSaid },
    { label: label('đơn vị', 'unit'), of: ({ unit }) => unit },
    { label: noteLabel, of: ({ note }) => note },
    { label: codeLabel, of: ({ code }) => code },
  ],
};

const times: Comparison<RecordTime> = {
  part: 'time',
  keys: [
    ({ said, unitSaid, note }) => JSON.stringify([said, unitSaid, note]),
    ({ note }) => note,
    ({ said, unitSaid }) => JSON.stringify([said, unitSaid]),
  ],
  says: ({ said, unitSaid, note }) => `${said} ${unitSaid} ${note}`.trim(),
  attributes: [
    { label: label('thời hạn', 'time limit'), of: ({ said }) => said },
    { label: label('đơn vị tính', 'unit'), of: ({ unitSaid }) => unitSaid },
    { label: noteLabel, of: ({ note }) => note },
  ],
  inside: (before, after, place) => compare(fees, before.fees, after.fees, place),
};

const components: Comparison<RecordComponent> = {
  part: 'component',
  keys: [({ code }) => code, ({ name }) => name],
  says: ({ name }) => name,
  attributes: [
    { label: nameLabel, of: ({ name }) => name },
    { label: codeLabel, of: ({ code }) => code },
    { label: label('tên mẫu', 'form'), of: ({ formName }) => formName },
    { label: label('tệp mẫu', 'form file'), of: ({ formSaid }) => formSaid },
    { label: label('số bản chính', 'originals'), of: ({ originals }) => originals },
    { label: label('số bản sao', 'copies'), of: ({ copies }) => copies },
  ],
};

const cases: Comparison<RecordCase> = {
  part: 'case',
  keys: [({ name }) => `name ${name}`],
  says: ({ name, components: papers }) => `${name} ${papers.map((paper) => paper.name).join(' ')}`.trim(),
  title: ({ name }) => name,
  attributes: [{ label: nameLabel, of: ({ name }) => name }],
  inside: (before, after, place) => compare(components, before.components, after.components, place),
};

function channels(before: NationalRecord, after: NationalRecord): RecordChange[] {
  const find = ({ channels: all }: NationalRecord, channel: RecordChannel['channel']) =>
    all.find((one) => one.channel === channel);
  const order = ({ channels: all }: NationalRecord, other: NationalRecord) =>
    all.flatMap(({ channel }) => (find(other, channel) ? [channel] : [])).join();
  const changes = (['direct', 'online', 'post'] as const).flatMap((channel) => {
    const [one, other] = [find(before, channel), find(after, channel)];
    const place = channelPlace(channel);
    if (one && other) return compare(times, one.times, other.times, place);
    if (one) return [listChange('removed', 'channel', place, null)];
    return other ? [listChange('added', 'channel', place, null)] : [];
  });
  const reordered = order(before, after) !== order(after, before);
  return reordered ? [...changes, listChange('reordered', 'channel', '', null)] : changes;
}

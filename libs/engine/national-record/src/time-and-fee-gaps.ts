import { type Gap, isBlank, missing } from './gap';
import type { GapKind } from './gap-words';
import type { NationalRecord, RecordChannel, RecordFee, RecordTime } from './national-record';
import { channelPlace, numbered, type Place, within } from './places';
import { placedFees, placedTimes } from './walk';

const allChannels: readonly RecordChannel['channel'][] = ['direct', 'online', 'post'];

/** What is unclear about ways of filing, time limits and fees. */
export function timeAndFeeGaps(record: NationalRecord): Gap[] {
  return [
    ...channelGaps(record),
    ...placedTimes(record).flatMap(({ item, place }) => gaps(timeKinds(item), place)),
    ...placedTimes(record).flatMap(({ item, place }) => repeatedFees(item, place)),
    ...placedFees(record).flatMap(({ item, place }) => gaps(feeKinds(item), place)),
    ...lopsidedFees(record),
  ];
}

function gaps(kinds: readonly GapKind[], place: Place): Gap[] {
  return kinds.map((kind) => ({ kind, place }));
}

function channelGaps({ channels }: NationalRecord): Gap[] {
  if (channels.length === 0) return missing('channels-missing', true);
  const absent = allChannels.filter((channel) => !channels.some((said) => said.channel === channel));
  return [
    ...absent.map((channel): Gap => ({ kind: 'channel-absent', place: channelPlace(channel) })),
    ...channels.flatMap(({ channel, times }) => {
      const kinds: GapKind[] =
        times.length === 0 ? ['time-limit-missing'] : times.length > 1 ? ['several-times'] : [];
      return gaps(kinds, channelPlace(channel));
    }),
  ];
}

function timeKinds({ said, unitSaid, amount, meaning, measure, fees }: RecordTime): GapKind[] {
  const kinds: GapKind[] = [];
  if (isBlank(said)) kinds.push('time-empty');
  else if (!amount) kinds.push('time-in-words');
  else if (amount.from !== amount.to) kinds.push('time-range');
  if (isBlank(unitSaid)) kinds.push('time-unit-missing');
  else if (measure === 'day' && meaning === 'unclear') kinds.push('day-unclear');
  if (fees.length === 0) kinds.push('fees-missing');
  return kinds;
}

/** Words by which real records give a frame instead of an amount. */
const frame = /\bkhung\b|mức (?:thấp|cao|tối thiểu|tối đa)|\bmức khoảng\b|^từ \d|\btối (?:thiểu|đa)\b/iu;

function feeKinds({ code, amountSaid, amount, unit, note }: RecordFee): GapKind[] {
  const kinds: GapKind[] = [];
  if (isBlank(code)) kinds.push('fee-code-missing');
  if (isBlank(amountSaid)) kinds.push('fee-empty');
  else if (amount === null) kinds.push('fee-in-words');
  if (frame.test(note) || frame.test(amountSaid.trim())) kinds.push('fee-frame');
  if (isBlank(unit)) kinds.push('fee-unit-missing');
  if (isBlank(note)) kinds.push('fee-unnamed');
  return kinds;
}

function repeatedFees({ fees }: RecordTime, place: Place): Gap[] {
  const seen = new Set<string>();
  return fees.flatMap((fee, index): Gap[] => {
    const says = JSON.stringify([fee.code, fee.amountSaid, fee.unit, fee.note]);
    if (!seen.has(says)) {
      seen.add(says);
      return [];
    }
    return [{ kind: 'fee-repeated', place: within(place, numbered('fee', index, fee.note)) }];
  });
}

/**
 * Fees of one way of filing that another one lacks although it names most of the same: somebody forgot a row. Rows about a
 * waiver or a frame differ between the ways by intent.
 */
function lopsidedFees({ channels }: NationalRecord): Gap[] {
  const names = channels.map(({ channel, times }) => ({
    channel,
    notes: new Set(times.flatMap(({ fees }) => fees.map(({ note }) => note))),
  }));
  return names.flatMap(({ channel, notes }) =>
    [...notes].flatMap((note, index): Gap[] => {
      const others = names.filter((other) => other.channel !== channel && mostlySame(other.notes, notes));
      const lacking = others.some((other) => !other.notes.has(note));
      if (!lacking || /miễn|giảm|trực tuyến/iu.test(note) || frame.test(note)) return [];
      return [{ kind: 'fee-only-here', place: within(channelPlace(channel), numbered('fee', index, note)) }];
    }),
  );
}

function mostlySame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const both = [...some].filter((note) => others.has(note)).length;
  return both * 2 > Math.max(some.size, others.size);
}

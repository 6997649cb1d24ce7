import type { NationalRecord, RecordComponent, RecordFee, RecordTime } from './national-record';
import { channelPlace, numbered, type Place, within } from './places';

/** One thing of a record with its place. */
export interface Placed<T> {
  readonly item: T;
  readonly place: Place;
}

export function placedTimes(record: NationalRecord): Placed<RecordTime>[] {
  return record.channels.flatMap(({ channel, times }) =>
    times.map((item, index) => ({
      item,
      place: within(channelPlace(channel), numbered('time', index, item.note)),
    })),
  );
}

export function placedFees(record: NationalRecord): Placed<RecordFee>[] {
  return placedTimes(record).flatMap(({ item, place }) =>
    item.fees.map((fee, index) => ({ item: fee, place: within(place, numbered('fee', index, fee.note)) })),
  );
}

export function placedComponents(record: NationalRecord): Placed<RecordComponent>[] {
  const several = record.cases.length > 1;
  return record.cases.flatMap(({ name, components }, at) =>
    components.map((item, index) => {
      const place = numbered('component', index, item.name);
      return { item, place: several ? within(numbered('case', at, name), place) : place };
    }),
  );
}

import type { SearchPlace } from '@mocua/engine/search';

/** A unit as far as its place on the map goes. */
export interface MappedUnit {
  readonly name: string;
  /** Name of the unit that answers for it today; its own while it is in being. */
  readonly today: string;
}

/** What a name says beside the place: the office in front, and which of two of the same name behind. */
const office = /^(?:UBND|Ủy ban nhân dân)\s+/iu;
const remark = /\s*(?:\(.*\)|,.*)$/u;

/** Names of places from names of units: what people write into a search though no procedure is called so. */
export function placesOf(units: readonly MappedUnit[]): readonly SearchPlace[] {
  const places = new Map<string, SearchPlace>();
  for (const { name, today } of units) {
    const place = placeName(name);
    const now = placeName(today);
    // A name that lives on says nothing new, whichever unit carried it before.
    if (now === place) places.set(place, { name: place, now: [] });
    else if (!places.has(place)) places.set(place, { name: place, now: [now] });
  }
  return [...places.values()];
}

const placeName = (unit: string): string => unit.replace(office, '').replace(remark, '').trim();

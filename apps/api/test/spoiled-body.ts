import { hostileTexts, type HostileBody } from './hostile-bodies';

/** A body of the walk: what is sent, and whether nothing but a refusal can be right for an endpoint that takes JSON. */
export interface SpoiledBody extends HostileBody {
  readonly wrong: boolean;
}

type Path = readonly (string | number)[];

const hostile: readonly unknown[] = [
  null,
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202egnp.exe',
  'x'.repeat(20_000),
  '﷽'.repeat(600),
  "'; DROP TABLE dossier.events; --",
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '9999-12-31T23:59:59.999+14:00',
  'http://[::1]:0/',
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53 - 1,
  -(2 ** 53) + 1,
  1e308,
  true,
  [],
  [[[[]]]],
  Array.from({ length: 2_000 }, () => 1),
  {},
  { $ne: null },
  { constructor: { prototype: { admin: true } } },
];

/** Chooses the same things for the same seed. */
export class SeededChoice {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  of<T>(all: readonly T[]): T {
    const chosen = all[this.below(all.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }
}

/** `count` bodies that come of a good one: broken as text, with something hostile at some place, or something added. */
export function spoiledBodies(good: unknown, count: number, choice: SeededChoice): SpoiledBody[] {
  const text = JSON.stringify(good);
  const places = placesOf(good);
  return Array.from({ length: count }, (_each, at): SpoiledBody => {
    if (at % 4 === 0) return { ...choice.of(hostileTexts(text)), wrong: false };
    if (at % 4 === 1) return withUnknownKey(good, choice);
    const place = choice.of(places);
    const value = choice.of(hostile);
    return {
      name: `${place.join('/') || 'the whole'} = ${JSON.stringify(value).slice(0, 40)}`,
      raw: JSON.stringify(put(good, place, value)),
      wrong: false,
    };
  });
}

function withUnknownKey(good: unknown, choice: SeededChoice): SpoiledBody {
  const key = choice.of(['unknown', 'actor', 'partyId', 'Version', 'version ', 'constructor', '__proto__']);
  const raw = JSON.stringify({ ...(good as object), ['k']: 1 }).replace(
    /"k":1\}$/u,
    `${JSON.stringify(key)}:{"admin":true}}`,
  );
  return { name: `unknown key ${key}`, raw, wrong: true };
}

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function put(value: unknown, [key, ...rest]: Path, hostileValue: unknown): unknown {
  if (key === undefined) return hostileValue;
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (at === key ? put(each, rest, hostileValue) : each));
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  return { ...(value as object), [key]: put(inner, rest, hostileValue) };
}

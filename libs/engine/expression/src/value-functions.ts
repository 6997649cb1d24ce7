import { asList, define, type FeelFunction } from './function-definition';
import type { Meter } from './comparison';
import { isContext, isReservedName, readMember, type InnerValue } from './value';

type Run = FeelFunction['run'];
type Members = Record<string, InnerValue>;

/** A copy without a prototype and without reserved names, so that no key can reach anything but a value. */
function copied(from: object, into: Members, meter: Meter): Members {
  const names = Object.keys(from);
  meter.spend(names.length);
  for (const name of names) if (!isReservedName(name)) into[name] = readMember(from, name);
  return into;
}
const blank = (): Members => Object.create(null) as Members;

const getValue: Run = ([holder, name]) =>
  isContext(holder) && typeof name === 'string' ? readMember(holder, name) : null;

const getEntries: Run = ([holder], meter) => {
  if (!isContext(holder)) return null;
  const members = copied(holder, blank(), meter);
  return Object.keys(members).map((key) => {
    const entry = blank();
    entry['key'] = key;
    entry['value'] = members[key] ?? null;
    return entry;
  });
};

const contextPut: Run = ([holder, name, value], meter) => {
  if (!isContext(holder) || typeof name !== 'string' || isReservedName(name)) return null;
  const made = copied(holder, blank(), meter);
  made[name] = value ?? null;
  return made;
};

const contextMerge: Run = ([list], meter) => {
  const parts = asList(list);
  if (parts === null || !parts.every((part) => isContext(part))) return null;
  return parts.reduce<Members>((made, part) => copied(part, made, meter), blank());
};

const entry = { kind: 'context', fields: { key: 'string', value: 'any' } } as const;

/** The first two are not in DMN: they let an author say what an empty answer means. */
export const valueFunctions: readonly (readonly [string, FeelFunction])[] = [
  ['is defined', define(['any'], 'boolean', ([value]) => value !== null && value !== undefined)],
  ['get or else', define(['any', 'any'], 'either', ([value, otherwise]) => value ?? otherwise ?? null)],
  ['not', define(['boolean'], 'boolean', ([value]) => (typeof value === 'boolean' ? !value : null))],
  ['get value', define(['context', 'string'], 'any', getValue)],
  ['get entries', define(['context'], { kind: 'list', of: entry }, getEntries)],
  ['context put', define(['context', 'string', 'any'], 'any', contextPut)],
  ['context merge', define(['list'], 'any', contextMerge)],
];

import type { UnitOption } from '@mocua/contract';

/** Letters without tones and marks, as people type in a hurry: `Đông Hà` becomes `dong ha`. */
export function withoutTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Units in which every word of the query begins some word of the name, the address or a former name. */
export function findUnits(units: readonly UnitOption[], query: string): readonly UnitOption[] {
  const wanted = withoutTones(query)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return units;
  return units.filter((unit) => {
    const words = withoutTones([unit.name, unit.address, ...unit.formerNames].join(' ')).split(/[^a-z0-9]+/u);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** That many units stand in a list that is searched. */
export const shownAtOnce = 8;

/**
 * The units to offer. The chosen one stays in sight whatever is searched, and where it stands: a list that brought it to
 * the top would carry the focus away from whoever goes through it with the arrow keys.
 */
export function shownUnits(
  units: readonly UnitOption[],
  found: readonly UnitOption[],
  chosen: unknown,
): readonly UnitOption[] {
  const offered = found.slice(0, shownAtOnce);
  if (offered.some((unit) => unit.unitId === chosen)) return offered;
  return [...units.filter((unit) => unit.unitId === chosen), ...offered];
}

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

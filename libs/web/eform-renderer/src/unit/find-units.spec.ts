import { describe, expect, it } from '@jest/globals';
import type { UnitOption } from '@mocua/contract';
import { findUnits, shownAtOnce, shownUnits, withoutTones } from './find-units';

function aUnit(name: string, address = '', formerNames: readonly string[] = []): UnitOption {
  return { unitId: name, name, address, formerNames: [...formerNames] } as unknown as UnitOption;
}

const units = [
  aUnit('Ủy ban nhân dân phường Đông Mây', 'Số 1 đường Bờ Sông'),
  aUnit('Ủy ban nhân dân xã Nà Lúa', 'Bản Nà Lúa', ['Xã Nà Lúa Hạ', 'Xã Phiêng Mía']),
  aUnit('Sở Tư pháp'),
];
const found = (query: string): readonly string[] => findUnits(units, query).map((unit) => unit.name);

describe('finding a unit', () => {
  it.each([
    ['dong may', 'Ủy ban nhân dân phường Đông Mây'],
    ['ĐÔNG mây', 'Ủy ban nhân dân phường Đông Mây'],
    ['may dong', 'Ủy ban nhân dân phường Đông Mây'],
    ['bo song', 'Ủy ban nhân dân phường Đông Mây'],
    ['phieng mia', 'Ủy ban nhân dân xã Nà Lúa'],
    ['tu ph', 'Sở Tư pháp'],
  ])('by “%s”', (query, name) => {
    expect(found(query)).toEqual([name]);
  });

  it('shows all without a query and none for what nobody is called', () => {
    expect(found('  ')).toHaveLength(3);
    expect(found('xyz')).toEqual([]);
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(withoutTones('Nà Lúa'.normalize('NFD'))).toBe(withoutTones('Nà Lúa'.normalize('NFC')));
  });
});

describe('the units offered', () => {
  const many = Array.from({ length: 20 }, (_, index) => aUnit(`UBND xã số ${index}`));

  it('stand where they stand when one of them is chosen, so that the arrow keys go on from it', () => {
    expect(shownUnits(many, many, many[3]?.unitId)).toEqual(many.slice(0, shownAtOnce));
  });

  it('keep the chosen one in sight when the search does not find it', () => {
    expect(shownUnits(many, many.slice(0, 2), many[9]?.unitId)).toEqual([many[9], many[0], many[1]]);
    expect(shownUnits(many, many, many[15]?.unitId)).toEqual([many[15], ...many.slice(0, shownAtOnce)]);
  });

  it('are only those found while none is chosen', () => {
    expect(shownUnits(many, many.slice(4, 6), null)).toEqual(many.slice(4, 6));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UnitId } from '@mocua/contract';
import type { Unit, UnitSuccession } from './unit';
import { isAgencyIdentifier } from './unit';
import { UnitTree } from './unit-tree';

const id = (name: string): UnitId => name as UnitId;

function unit(name: string, change: Partial<Unit> = {}): Unit {
  return {
    unitId: id(name),
    parentId: null,
    kind: 'people-committee',
    levelCode: 'commune',
    name,
    shortName: name,
    agencyIdentifier: null,
    calendarId: 'demo',
    address: '',
    keepsRegisters: false,
    validFrom: '2025-07-01',
    validTo: null,
    ...change,
  };
}
function step(
  from: string,
  to: string,
  effectiveFrom: string,
  kind: UnitSuccession['kind'] = 'merged',
): UnitSuccession {
  return { predecessorId: id(from), successorId: id(to), kind, effectiveFrom, ground: 'thử' };
}

describe('the unit tree', () => {
  const tree = new UnitTree(
    1,
    [
      unit('province'),
      unit('centre', { parentId: id('province'), kind: 'one-stop-centre' }),
      unit('justice', { parentId: id('province'), kind: 'department' }),
      unit('division', { parentId: id('justice'), kind: 'division' }),
      unit('commune', { parentId: id('province') }),
      unit('commune-centre', { parentId: id('commune'), kind: 'one-stop-centre' }),
      unit('post', { parentId: id('commune'), kind: 'reception-point' }),
      unit('tax', { kind: 'external' }),
    ],
    [],
  );
  it.each([
    ['division', 'centre'],
    ['justice', 'centre'],
    ['province', 'centre'],
    ['centre', 'centre'],
    ['commune', 'commune-centre'],
    ['commune-centre', 'commune-centre'],
    ['post', 'commune-centre'],
    ['tax', undefined],
    ['unknown', undefined],
  ])('sends applicants of %s to %s', (of, expected) => {
    expect(tree.oneStopOf(id(of), '2026-11-24')?.unitId).toBe(expected);
  });

  it('passes over a centre that is closed on the day', () => {
    const closed = new UnitTree(
      1,
      [unit('a'), unit('old', { parentId: id('a'), kind: 'one-stop-centre', validTo: '2026-01-01' })],
      [],
    );
    expect(closed.oneStopOf(id('a'), '2026-01-01')?.unitId).toBe('old');
    expect(closed.oneStopOf(id('a'), '2026-01-02')).toBeNull();
  });

  it('covers what lies below and nothing beside or above', () => {
    expect(tree.covers(id('province'), id('division'))).toBe(true);
    expect(tree.covers(id('justice'), id('justice'))).toBe(true);
    expect(tree.covers(id('justice'), id('commune'))).toBe(false);
    expect(tree.covers(id('division'), id('justice'))).toBe(false);
    expect(tree.covers(id('unknown'), id('unknown'))).toBe(false);
  });

  it('agrees with itself: a unit is a descendant exactly when it is covered, whatever the tree', () => {
    const forest = fc
      .array(fc.nat(), { minLength: 1, maxLength: 25 })
      .map((parents) =>
        parents.map((parent, at) =>
          unit(`u${at}`, { parentId: at === 0 || parent % (at + 1) === at ? null : id(`u${parent % at}`) }),
        ),
      );
    fc.assert(
      fc.property(forest, (units) => {
        const any = new UnitTree(1, units, []);
        for (const outer of units) {
          const below = new Set(any.descendants(outer.unitId));
          for (const inner of units)
            expect(below.has(inner.unitId)).toBe(any.covers(outer.unitId, inner.unitId));
        }
      }),
      { seed: 20250701, numRuns: 100 },
    );
  });

  it('ends even when somebody made a circle of parents', () => {
    const circle = new UnitTree(1, [unit('a', { parentId: id('b') }), unit('b', { parentId: id('a') })], []);
    expect(circle.ancestry(id('a')).map((entry) => entry.unitId)).toEqual(['a', 'b']);
  });
});

describe('succession', () => {
  const tree = new UnitTree(
    1,
    [
      unit('a', { validTo: '2025-12-31' }),
      unit('b', { validFrom: '2026-01-01', validTo: '2026-06-30' }),
      unit('c', { validFrom: '2026-07-01' }),
      unit('split', { validTo: '2025-12-31' }),
      unit('gone', { validTo: '2025-12-31' }),
    ],
    [
      step('a', 'b', '2026-01-01'),
      step('b', 'c', '2026-07-01', 'renamed'),
      step('split', 'b', '2026-01-01', 'split'),
      step('split', 'c', '2026-01-01', 'split'),
    ],
  );
  it.each([
    ['a', '2025-12-31', 'a'],
    ['a', '2026-01-01', 'b'],
    ['a', '2026-07-01', 'c'],
    ['c', '2026-07-01', 'c'],
    ['split', '2026-01-01', undefined],
    ['gone', '2026-01-01', undefined],
    ['a', '2025-01-01', undefined],
  ])('of %s on %s is %s', (of, date, expected) => {
    expect(tree.successorOf(id(of), date)?.unitId).toBe(expected);
  });

  it('remembers all former names, nearest first', () => {
    expect(tree.formerNames(id('c'))).toEqual(['b', 'split', 'a']);
  });
});

describe('units that a form offers', () => {
  const tree = new UnitTree(
    1,
    [
      unit('province', { levelCode: 'province' }),
      unit('centre', { parentId: id('province'), kind: 'one-stop-centre' }),
      unit('land', { parentId: id('province'), kind: 'branch' }),
      unit('closed', { parentId: id('province'), kind: 'branch', validTo: '2026-01-01' }),
      unit('justice', { parentId: id('province'), kind: 'department', keepsRegisters: true }),
      unit('b', { parentId: id('province'), keepsRegisters: true }),
      unit('a', { parentId: id('province') }),
      unit('a-centre', { parentId: id('a'), kind: 'one-stop-centre' }),
    ],
    [],
  );
  it.each([
    ['register-keeper', ['b', 'justice']],
    ['one-stop-centre', ['a-centre', 'centre']],
    ['local-committee', ['a', 'b']],
    ['branch', ['land']],
  ] as const)('are those the filter %s names, valid on the day and in order', (filter, names) => {
    expect(tree.options(filter, '2026-11-20').map(({ unit: { name } }) => name)).toEqual(names);
  });
});

describe('agency identifiers', () => {
  it.each(['H99', '000.00.01.H99', 'A'.repeat(35)])('accept %s', (value) =>
    expect(isAgencyIdentifier(value)).toBe(true),
  );
  it.each(['', 'A'.repeat(36), '000..H99', 'h99', '000.00.01.H99 '])('refuse “%s”', (value) =>
    expect(isAgencyIdentifier(value)).toBe(false),
  );
});

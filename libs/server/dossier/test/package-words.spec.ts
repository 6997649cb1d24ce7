import { describe, expect, it } from '@jest/globals';
import { demoUnitId, UnitTree } from '@mocua/server/identity';
import { printedText } from '../src/domain/printed-text';
import { referredUnit } from '../src/domain/unit-reference';

const tree = new UnitTree(
  1,
  [
    {
      unitId: demoUnitId('tax'),
      parentId: null,
      kind: 'external' as const,
      levelCode: 'external',
      name: 'Thuế',
      shortName: 'Thuế',
      agencyIdentifier: '099.00.01.G99',
      calendarId: 'demo-province',
      address: '',
      keepsRegisters: false,
      validFrom: '2025-07-01',
      validTo: '2026-12-31',
    },
  ],
  [],
);

describe('a unit a package refers to', () => {
  const find = (reference: string, answers = {}, day = '2026-11-20') =>
    referredUnit(reference, answers, tree, day);

  it.each([
    ['by its agency', '099.00.01.G99', {}],
    [
      'by an answer that names the agency',
      '=if wealth = "high" then "099.00.01.G99" else "x"',
      { wealth: 'high' },
    ],
    ['by an answer that is a unit', '=office', { office: demoUnitId('tax') }],
  ])('is found %s', (_how, reference, answers) => {
    expect(find(reference, answers)).toBe(demoUnitId('tax'));
  });

  it.each([
    ['nobody has the identifier', '099.00.09.G99', {}],
    ['the answer is missing', '=office', {}],
    ['the answer is no unit', '=office', { office: '01890000-0000-7000-8000-000000000001' }],
  ])('is not found when %s', (_why, reference, answers) => {
    expect(find(reference, answers)).toBeNull();
  });

  it('is not found after the agency has closed', () => {
    expect(find('099.00.01.G99', {}, '2027-01-01')).toBeNull();
  });
});

describe('a printed text', () => {
  it.each([
    ['name', { name: 'Trần Bảo An' }, 'Trần Bảo An'],
    ['pages', { pages: 12 }, '12'],
    ['for p in papers return p.title', { papers: [{ title: 'Học bạ' }, { title: 'Bằng' }] }, 'Học bạ\nBằng'],
    ['name', {}, null],
    ['name', { name: '' }, null],
    ['confirmed', { confirmed: true }, null],
    ['papers', { papers: [] }, null],
    ['name +', { name: 'x' }, null],
  ])('of “%s” with %j is %j', (expression, values, text) => {
    expect(printedText(expression, values)).toBe(text);
  });
});

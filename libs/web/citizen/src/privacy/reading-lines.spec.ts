import { describe, expect, it } from '@jest/globals';
import type { DossierId } from '@mocua/contract';
import { type Reading, readingLines } from './reading-lines';

const words = (vi: string) => ({ vi, en: vi });

function reading(at: string, changes: Partial<Reading> = {}): Reading {
  return {
    at,
    who: { vi: 'Hệ thống đồng bộ', en: 'The system' },
    own: false,
    what: [words('Họ tên')],
    purpose: words('Đồng bộ hồ sơ'),
    dossierCode: '000.00.32.H99-261122-0001',
    dossierId: 'one' as DossierId,
    ...changes,
  };
}

const dayOf = (instant: string): string => instant.slice(0, 10);

describe('who read the data, by day', () => {
  it('puts together what one reader did for one reason with one dossier on one day', () => {
    const lines = readingLines(
      [
        reading('2026-11-22T08:00:00Z'),
        reading('2026-11-22T07:00:00Z', { what: [words('Tờ khai'), words('Họ tên')] }),
        reading('2026-11-22T06:00:00Z'),
      ],
      dayOf,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ at: '2026-11-22T08:00:00Z', times: 3 });
    expect(lines[0]?.what.map(({ vi }) => vi)).toEqual(['Họ tên', 'Tờ khai']);
  });

  it.each([
    ['another day', reading('2026-11-21T08:00:00Z')],
    [
      'another reader',
      reading('2026-11-22T07:00:00Z', { who: { vi: 'Cán bộ một cửa', en: 'One-stop officer' } }),
    ],
    ['another reason', reading('2026-11-22T07:00:00Z', { purpose: words('Giải quyết hồ sơ') })],
    ['another dossier', reading('2026-11-22T07:00:00Z', { dossierId: 'two' as DossierId })],
    ['the person', reading('2026-11-22T07:00:00Z', { own: true })],
  ])('keeps %s on a line of its own, newest first', (_, other) => {
    const lines = readingLines([reading('2026-11-22T08:00:00Z'), other], dayOf);
    expect(lines.map(({ at, times }) => [at, times])).toEqual([
      ['2026-11-22T08:00:00Z', 1],
      [other.at, 1],
    ]);
  });
});

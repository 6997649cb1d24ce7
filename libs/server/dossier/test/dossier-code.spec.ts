import { describe, expect, it } from '@jest/globals';
import { dossierCode } from '../src/domain/dossier-code';
import { transactionCode } from '../src/domain/transaction-code';

const agency = '000.00.32.H99';

describe('a dossier code', () => {
  it('is the agency, the day and the order in the day', () => {
    expect(dossierCode(agency, '2026-11-16', 1)).toBe('000.00.32.H99-261116-0001');
    expect(dossierCode(agency, '2027-01-02', 437)).toBe('000.00.32.H99-270102-0437');
  });

  it('widens past 9999 and never wraps, cuts or repeats', () => {
    expect(
      [9998, 9999, 10_000, 123_456].map((order) => dossierCode(agency, '2026-11-16', order).split('-')[2]),
    ).toEqual(['9998', '9999', '10000', '123456']);
  });

  it('follows the rule in force on its day', () => {
    const rules = [
      { effectiveFrom: '2025-07-01', digits: 4, citation: '', verified: false },
      { effectiveFrom: '2027-01-01', digits: 6, citation: '', verified: false },
    ];
    expect(dossierCode(agency, '2026-12-31', 7, rules)).toBe('000.00.32.H99-261231-0007');
    expect(dossierCode(agency, '2027-01-01', 7, rules)).toBe('000.00.32.H99-270101-000007');
    expect(() => dossierCode(agency, '2025-06-30', 1)).toThrow('no dossier code rule for 2025-06-30');
  });
});

describe('a transaction code', () => {
  it('carries the day, cannot be mistaken for a dossier code and holds no letters that are misread', () => {
    for (let n = 0; n < 200; n += 1)
      expect(transactionCode('2026-11-22')).toMatch(/^T261122-[A-HJ-NP-Z2-9]{8}$/u);
  });

  it('is another one each time', () => {
    const codes = Array.from({ length: 1000 }, () => transactionCode('2026-11-22'));
    expect(new Set(codes).size).toBe(1000);
  });
});

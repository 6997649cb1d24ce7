import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PartyId, StoredPaperId } from '@mocua/contract';
import { fitsComponent, kindOf, kindOfResult } from '../src/domain/fitting-papers';
import {
  declaredStoreRules,
  declaredValidity,
  lastShareDay,
  lastValidDay,
  storeRulesOn,
} from '../src/domain/store-rules';
import {
  type PaperDetails,
  predecessorOf,
  standingOf,
  type StoredPaper,
  whyUnusable,
} from '../src/domain/stored-paper';

const today = '2026-11-16';
const whole = 'a'.repeat(64);

function aPaper(
  change: Partial<Omit<StoredPaper, 'details'>> & { details?: Partial<PaperDetails> } = {},
): StoredPaper {
  return {
    paperId: '00000000-0000-4000-8000-000000000001' as StoredPaperId,
    owner: '00000000-0000-4000-8000-0000000000aa' as PartyId,
    source: 'own',
    version: 1,
    supersededBy: null,
    revokedAt: null,
    revokedBecause: null,
    hidden: false,
    usedIn: 0,
    toDeposit: false,
    depositedAt: null,
    addedAt: new Date('2026-11-01T00:00:00Z'),
    dossierId: null,
    sha256: whole,
    size: 10,
    mediaType: 'application/pdf',
    ...change,
    details: {
      kind: 'identity',
      title: 'Thẻ căn cước',
      number: null,
      issuer: null,
      issuedOn: null,
      validUntil: null,
      fileName: 'the.pdf',
      sha256: whole,
      dossierCode: null,
      component: null,
      ...change.details,
    },
  };
}

describe('how a stored paper stands', () => {
  it.each([
    ['without a last day', {}, 'valid'],
    ['through its last day', { details: { validUntil: today } }, 'valid'],
    ['the day after its last day', { details: { validUntil: '2026-11-15' } }, 'expired'],
    ['when a newer one took its place', { supersededBy: 'x' as StoredPaperId }, 'superseded'],
    ['when it was revoked', { revokedAt: new Date(0), details: { validUntil: '2020-01-01' } }, 'revoked'],
  ] as const)('%s', (_when, change, standing) => {
    expect(standingOf(aPaper(change), today)).toBe(standing);
  });
});

describe('using a stored paper again', () => {
  it.each([
    ['is allowed when it is whole and in force', {}, whole, null],
    ['is allowed with a warning when it was superseded', { supersededBy: 'x' as StoredPaperId }, whole, null],
    ['is refused when its bytes were changed', {}, 'b'.repeat(64), 'damaged'],
    ['is refused when its bytes cannot be read', {}, null, 'damaged'],
    [
      'is refused when its row names another file than its sealed words',
      { sha256: 'b'.repeat(64) },
      'b'.repeat(64),
      'damaged',
    ],
    ['is refused when it ran out', { details: { validUntil: '2026-11-15' } }, whole, 'expired'],
    ['is refused when it was revoked', { revokedAt: new Date(0) }, whole, 'revoked'],
  ] as const)('%s', (_how, change, stored, expected) => {
    expect(whyUnusable(aPaper(change), stored, today)).toBe(expected);
  });

  it('is never possible on a day after the last one, and never depends on anything else but revocation', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.boolean(), (validUntil, on, revoked) => {
        const paper = aPaper({ revokedAt: revoked ? new Date(0) : null, details: { validUntil } });
        expect(whyUnusable(paper, whole, on) === null).toBe(!revoked && on <= validUntil);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('a newer paper', () => {
  const number = '12/2020-KS';
  const older = aPaper({ paperId: 'old' as StoredPaperId, details: { number, issuedOn: '2020-01-02' } });
  const newer = aPaper({
    paperId: 'new' as StoredPaperId,
    addedAt: new Date('2026-11-02T00:00:00Z'),
    details: { number: ' 12 / 2020 - ks ', issuedOn: '2026-01-02' },
  });

  it('takes the place of one of the same kind and number, however the number is spaced', () => {
    expect(predecessorOf(newer, [newer, older])?.paperId).toBe('old');
  });

  it.each([
    ['another kind', { details: { ...older.details, kind: 'birth' } }],
    ['another number', { details: { ...older.details, number: '13/2020-KS' } }],
    ['no number', { details: { ...older.details, number: null } }],
    ['a later day of issue', { details: { ...older.details, issuedOn: '2026-05-05' } }],
    ['a place in its line that is taken already', { supersededBy: 'other' as StoredPaperId }],
    ['an agency behind it, when the newer one was only uploaded', { source: 'result' }],
  ] as const)('leaves one alone that has %s', (_what, change) => {
    expect(predecessorOf(newer, [{ ...older, ...change }])).toBeNull();
  });
});

describe('what a paper fits', () => {
  it.each([
    ['Bản chụp giấy tờ tùy thân', 'identity', true],
    ['Giấy tờ chứng minh quan hệ', 'birth', true],
    ['Giấy tờ chứng minh quan hệ', 'identity', false],
    ['Văn bản ủy quyền đã chứng thực', 'authorisation', true],
    ['Hợp đồng thuê hoặc giấy cho mượn địa điểm', 'contract', true],
    ['Giấy chứng sinh', 'birth', false],
    ['Giấy chứng sinh', 'other', false],
  ] as const)('%s is asked for: %s fits %s', (name, kind, fits) => {
    expect(fitsComponent({ kind, title: 'Giấy', component: null }, { code: 'x', name })).toBe(fits);
  });

  it('goes by the component it was digitised for, whatever the words say', () => {
    expect(
      fitsComponent({ kind: 'other', title: 'Giấy', component: 'lease' }, { code: 'lease', name: 'Giấy' }),
    ).toBe(true);
  });

  it.each([
    ['Bản sao từ sổ gốc', 'copy-from-register'],
    ['Giấy khai sinh', 'birth'],
    ['Văn bản trả lời', 'other'],
  ])('reads the kind of “%s” from its name', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});

describe('a certified copy', () => {
  it('is a kind of its own, and fits where the paper behind it is asked for', () => {
    expect(kindOfResult('Bản sao được chứng thực từ bản chính')).toBe('certified-copy');
    expect(kindOfResult('Bản sao từ sổ gốc')).toBe('copy-from-register');
    const copy = { kind: 'certified-copy', component: null } as const;
    const birth = { ...copy, title: 'Bản sao chứng thực: giấy khai sinh' };
    expect(fitsComponent(birth, { code: 'x', name: 'Giấy khai sinh' })).toBe(true);
    expect(fitsComponent(birth, { code: 'x', name: 'Hợp đồng thuê' })).toBe(false);
  });

  it('has no last day by what is declared, and the last day of a shorter month where one is set', () => {
    expect(lastValidDay(declaredValidity, 'certified-copy', '2026-08-31')).toBeNull();
    const rule = { kind: 'medical', effectiveFrom: '2020-01-01', source: '', verified: false } as const;
    const rules = [{ ...rule, months: 6 }];
    expect(lastValidDay(rules, 'medical', '2026-08-31')).toBe('2027-02-28');
    expect(lastValidDay(rules, 'medical', '2026-08-15')).toBe('2027-02-15');
    expect(lastValidDay(rules, 'birth', '2026-08-15')).toBeNull();
    expect(lastValidDay(rules, 'medical', '2019-08-15')).toBeNull();
  });
});

describe('the rules of the store', () => {
  it('are the ones in force on the day, and the oldest before any', () => {
    const [first] = declaredStoreRules;
    if (!first) throw new Error('no rules');
    const later = { ...first, version: 2, effectiveFrom: '2027-01-01', maxPapers: 5 };
    const at = (date: string) => storeRulesOn([first, later], date).version;
    expect([at('2020-01-01'), at('2026-12-31'), at('2027-01-01')]).toEqual([1, 1, 2]);
    expect(lastShareDay(first, today)).toBe('2027-02-14');
  });
});

import { describe, expect, it } from '@jest/globals';
import { decodeSharePosition, encodeSharePosition } from '../src/domain/share-position';
import { agencyOf, isAgency, unitShareState } from '../src/domain/unit-share';

const unit = (unitId: string, kind: string) => ({ unitId: unitId as never, kind });
const province = unit('province', 'people-committee');
const department = unit('department', 'department');

describe('the agency an officer reads for', () => {
  it.each([
    ['a commune', [unit('commune', 'people-committee'), province], 'commune'],
    ['a one-stop centre', [unit('centre', 'one-stop-centre'), province], 'centre'],
    ['a division', [unit('division', 'division'), department, province], 'department'],
    ['a room of a division', [unit('b', 'division'), unit('a', 'division'), department], 'department'],
    ['a branch', [unit('branch', 'branch'), department, province], 'branch'],
    ['a reception point', [unit('post', 'reception-point'), province], null],
    ['an outside agency', [unit('police', 'external')], null],
    ['a division of nothing', [unit('division', 'division')], null],
  ])('is known for %s', (_name, ancestry, agency) => {
    expect(agencyOf(ancestry)).toBe(agency);
    expect(agencyOf(ancestry) === null || ancestry.some((each) => isAgency(each))).toBe(true);
  });
});

describe('a share with an agency', () => {
  const share = { endedAt: null, until: '2026-11-20' };
  const day = { today: '2026-11-20', unitOpen: true, consentHolds: true };

  it.each([
    ['open', share, day],
    ['run-out', share, { ...day, today: '2026-11-21' }],
    ['ended', { ...share, endedAt: new Date(0) }, { ...day, today: '2026-11-21' }],
    ['unit-closed', share, { ...day, unitOpen: false }],
    ['consent-withdrawn', share, { ...day, consentHolds: false }],
  ])('is %s', (state, given, on) => {
    expect(unitShareState(given, on)).toBe(state);
  });

  it('keeps its place in a list, and a made-up place is the beginning', () => {
    const place = {
      sharedAt: '2026-11-16T01:05:00.000Z',
      shareId: '0199a000-0000-7000-8000-00000000d001',
    };
    expect(decodeSharePosition(encodeSharePosition(place))).toEqual(place);
    for (const made of [undefined, '', 'bm9ib2R5', Buffer.from("x'|1").toString('base64url')])
      expect(decodeSharePosition(made)).toBeNull();
    const never = Buffer.from(`9999-99-99T99:99:99.999Z|${place.shareId}`).toString('base64url');
    expect(decodeSharePosition(never)).toBeNull();
  });
});

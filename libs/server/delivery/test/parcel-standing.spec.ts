import { describe, expect, it } from '@jest/globals';
import { newestFirst, nextLookUp, outcomeIn } from '../src/domain/parcel-standing';
import type { TrackingPoint } from '../src/ports';

function aPoint(
  pointId: string,
  step: TrackingPoint['step'],
  at = '2026-11-20T03:00:00.000Z',
): TrackingPoint {
  return { pointId, at, step, place: null };
}

describe('what the post told of a parcel', () => {
  it('stands newest first, and within one moment as the post numbered it', () => {
    const points = [
      aPoint('9', 'ordered'),
      aPoint('10', 'collected'),
      aPoint('1', 'delivered', '2026-11-21T03:00:00.000Z'),
    ];
    expect(newestFirst(points).map(({ step }) => step)).toEqual(['delivered', 'collected', 'ordered']);
  });

  it('concerns the dossier by its newest point alone', () => {
    const failed = aPoint('1', 'not-delivered');
    expect(outcomeIn([])).toBeNull();
    expect(outcomeIn([failed])).toBe('not-delivered');
    expect(outcomeIn([aPoint('2', 'on-the-way', '2026-11-21T03:00:00.000Z'), failed])).toBeNull();
    expect(outcomeIn([failed, aPoint('3', 'delivered', '2026-11-22T03:00:00.000Z')])).toBe('delivered');
  });
});

describe('the next question about a parcel', () => {
  const ordered = new Date('2026-11-20T03:00:00.000Z');
  const after = (days: number) => new Date(ordered.getTime() + days * 86_400_000);

  it.each([
    [0, 30],
    [1, 180],
    [13.9, 180],
    [14, 1_440],
    [89.9, 1_440],
  ])('comes, after %d days, in %d minutes', (days, minutes) => {
    const now = after(days);
    expect(nextLookUp(ordered, now)).toEqual(new Date(now.getTime() + minutes * 60_000));
  });

  it('does not come after ninety days', () => {
    expect(nextLookUp(ordered, after(90))).toBeNull();
  });
});

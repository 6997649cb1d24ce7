import { describe, expect, it } from '@jest/globals';
import { mirrorStatuses } from '@mocua/contract';
import fc from 'fast-check';
import { foldMirror, type MirrorEvent } from './mirror';

const event = (change: Partial<MirrorEvent> & Pick<MirrorEvent, 'eventId'>): MirrorEvent => ({
  leg: 'birth',
  status: 'processing',
  occurredAt: '2026-11-16T02:00:00.000Z',
  dueAt: null,
  ...change,
});

const anyEvent = fc.record({
  eventId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  leg: fc.constantFrom(null, 'birth', 'residence', 'insurance', 'identity-card'),
  status: fc.constantFrom(...mirrorStatuses),
  occurredAt: fc.constantFrom(
    '2026-11-16T02:00:00.000Z',
    '2026-11-16T03:00:00.000Z',
    '2026-11-17T02:00:00.000Z',
  ),
  dueAt: fc.constantFrom(null, '2026-11-19T10:00:00.000Z', '2026-11-23T10:00:00.000Z'),
});

describe('a dossier mirrored from elsewhere', () => {
  it('stands for each part where that part was last', () => {
    const state = foldMirror([
      event({
        eventId: '3',
        leg: 'residence',
        occurredAt: '2026-11-17T02:00:00.000Z',
        dueAt: '2026-11-19T10:00:00.000Z',
      }),
      event({ eventId: '2', status: 'done', occurredAt: '2026-11-16T09:00:00.000Z' }),
      event({ eventId: '1', status: 'received' }),
    ]);
    expect(state.legs).toEqual({
      birth: { status: 'done', since: '2026-11-16T09:00:00.000Z', dueAt: null },
      residence: {
        status: 'processing',
        since: '2026-11-17T02:00:00.000Z',
        dueAt: '2026-11-19T10:00:00.000Z',
      },
    });
    expect([state.whole, state.lastAt]).toEqual([null, '2026-11-17T02:00:00.000Z']);
  });

  it('keeps a promised date until another is told', () => {
    const state = foldMirror([
      event({ eventId: '1', status: 'received', dueAt: '2026-11-19T10:00:00.000Z' }),
      event({ eventId: '2', occurredAt: '2026-11-16T05:00:00.000Z' }),
    ]);
    expect(state.legs['birth']?.dueAt).toBe('2026-11-19T10:00:00.000Z');
  });

  it('knows nothing when nothing was told', () => {
    expect(foldMirror([])).toEqual({ whole: null, legs: {}, lastAt: null });
  });

  it('is the same in whatever order facts come, and however often', () => {
    const shuffled = fc
      .array(anyEvent, { maxLength: 12 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(foldMirror(mixed)).toEqual(foldMirror(events));
      }),
      { seed: 3_000_722, numRuns: 300 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { commands, DossierStory, situations } from './stories';
import { timerChange, timersOf } from '../src/domain/timers';
import { workItemChange, workItemsOf } from '../src/domain/work-items';

/** Lines and timers of a dossier in each situation, written by hand. */
const expected: Readonly<
  Record<string, { readonly lines: readonly string[]; readonly timers: readonly string[] }>
> = {
  submitted: { lines: ['reception one-stop-officer'], timers: ['alert-reception'] },
  'asked before reception': { lines: [], timers: ['lapse-supplement'] },
  refused: { lines: [], timers: [] },
  processing: { lines: ['tasks specialist'], timers: [] },
  'request prepared': { lines: ['supplement one-stop-officer', 'tasks specialist'], timers: [] },
  'request sent': { lines: [], timers: ['lapse-supplement'] },
  'request answered': { lines: ['supplement one-stop-officer'], timers: [] },
  done: { lines: ['return one-stop-officer'], timers: [] },
  'done with a request prepared': { lines: ['return one-stop-officer'], timers: [] },
  returned: { lines: [], timers: [] },
  withdrawn: { lines: [], timers: [] },
  'withdrawn when asked before reception': { lines: [], timers: [] },
  'withdrawn with a request prepared': { lines: [], timers: [] },
  'withdrawn with a request sent': { lines: [], timers: [] },
  'withdrawn with a request answered': { lines: [], timers: [] },
  stopped: { lines: [], timers: [] },
};

describe('a dossier', () => {
  it.each(Object.keys(situations))(
    'that is %s stands in the right lists and waits for the right timers',
    (name) => {
      const state = situations[name]?.().state;
      if (!state) throw new Error(name);
      expect({
        lines: workItemsOf(state).map((item) => `${item.queue} ${item.role}`),
        timers: timersOf(state).map((timer) => timer.kind),
      }).toEqual(expected[name]);
    },
  );

  it('changes lists, counters and timers at each step to exactly what its new state says', () => {
    for (const tell of Object.values(situations)) {
      const rows = new Map<string, string>();
      const counters = new Map<string, number>();
      const timers = new Map<string, string>();
      let before: DossierStory['state'] | null = null;
      for (const state of tell().states) {
        const change = workItemChange(before, state);
        for (const key of change.removed) rows.delete(key);
        for (const item of change.written) rows.set(item.key, JSON.stringify(item));
        for (const { unitId, queue, role, overdueAt, delta } of change.deltas) {
          const bucket = [unitId, queue, role, overdueAt].join(' ');
          counters.set(bucket, (counters.get(bucket) ?? 0) + delta);
        }
        const timer = timerChange(before, state);
        for (const kind of timer.removed) timers.delete(kind);
        for (const { kind, dueAt } of timer.written) timers.set(kind, dueAt);
        before = state;

        expect([...rows.values()].sort()).toEqual(
          workItemsOf(state)
            .map((item) => JSON.stringify(item))
            .sort(),
        );
        expect([...timers].sort()).toEqual(
          timersOf(state)
            .map(({ kind, dueAt }) => [kind, dueAt])
            .sort(),
        );
        expect(
          [...counters.values()].filter((count) => count !== 0).reduce((sum, count) => sum + count, 0),
        ).toBe(rows.size);
        expect([...counters.values()].every((count) => count >= 0)).toBe(true);
      }
    }
  });

  it('is late in the lists from its due moment on, and never while the clock stands', () => {
    const story = new DossierStory().then(commands.receive);
    expect(workItemsOf(story.state)[0]?.overdueAt).toBe(story.state.due?.dueAt);
    story.then(commands.ask, commands.send, commands.answer);
    expect(workItemsOf(story.state)[0]?.overdueAt).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '../test/depth';
import { commands, completion, DossierStory } from '../test/dossier-story';
import type { DossierState } from './state';
import { documentIdOf, evolve, replay } from './evolve';
import { upcast } from './upcast';

const ended = ['refused', 'withdrawn', 'stopped', 'returned'];
const names = Object.keys(commands) as (keyof typeof commands)[];

const step = fc.record({
  name: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...names) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<keyof typeof commands>(
        'receive',
        'complete',
        'complete',
        'complete',
        'send',
        'answer',
        'confirm',
        'return',
        'return',
      ),
    },
  ),
  found: fc.constantFrom('yes', 'no'),
  outcome: fc.constantFrom('fitting', 'fitting', 'fitting', 'send-back', 'issue', 'nonsense'),
  hasGround: fc.boolean(),
  /** Mostly minutes, sometimes weeks: some timers are due, most are not. */
  minutes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 25_000 })),
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The outcome that leads on. */
function fitting(story: DossierStory): string {
  return story.state.process?.openTasks[0]?.outcomes[0] ?? 'submit';
}

function live(
  story: DossierStory,
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
  seen: (before: DossierState) => void,
): void {
  for (const { name, found, outcome, hasGround, minutes } of steps) {
    story.wait(minutes);
    const before = deepFreeze(story.state);
    if (name === 'complete' || name === 'issue')
      story.try(completion(story, outcome === 'fitting' ? fitting(story) : outcome, found));
    else if (name === 'ask') story.try(commands.ask(story, hasGround));
    else story.try(commands[name](story));
    seen(before);
  }
}

describe('whatever is asked of a dossier, in whatever order', () => {
  const anyLife = fc.array(step, { minLength: 1, maxLength: 60 });

  it('its state is the fold of its events, also after they were stored and read back', () => {
    fc.assert(
      fc.property(anyLife, (steps) => {
        const story = new DossierStory();
        live(story, steps, () => {
          expect(story.state.version).toBe(story.events.length);
        });
        expect(replay(story.events)).toEqual(story.state);
        const stored = JSON.parse(JSON.stringify(story.events)) as typeof story.events;
        expect(JSON.stringify(replay(stored.map((event) => upcast(event))))).toBe(
          JSON.stringify(story.state),
        );
        expect(story.events.map((event) => event.seq)).toEqual(story.events.map((_event, at) => at + 1));
      }),
      { seed: 20261122, numRuns: scaled(300, 5_000) },
    );
  });

  it('what was promised stays: original due date, code, day of reception, and an end is an end', () => {
    fc.assert(
      fc.property(anyLife, (steps) => {
        const story = new DossierStory();
        live(story, steps, (before) => {
          const { state } = story;
          if (before.due) expect(state.due?.originalDueAt).toBe(before.due.originalDueAt);
          if (before.code) expect(state.code).toBe(before.code);
          if (before.receivedAt) expect(state.receivedAt).toBe(before.receivedAt);
          if (ended.includes(before.processing)) expect(state).toBe(before);
        });
        const { state } = story;
        const documents = state.documents.map((document) => document.documentId);
        expect(new Set(documents).size).toBe(documents.length);
        if (ended.includes(state.processing))
          expect([state.tasks, state.endedAt === null]).toEqual([[], false]);
        if (state.processing === 'done') expect([state.tasks, state.outcome === null]).toEqual([[], false]);
        // The clock stands exactly while the applicant is asked.
        if (state.due)
          expect(state.due.remainingMinutes !== null).toBe(
            state.due.pauses.some((pause) => pause.to === null),
          );
        if (state.processing === 'awaiting-supplement') expect(state.due?.remainingMinutes).not.toBeNull();
        if (state.processing === 'processing') expect(state.due?.remainingMinutes).toBeNull();
      }),
      { seed: 20261122, numRuns: scaled(300, 5_000) },
    );
  });

  it('reaches every state that a dossier can be in, so the two above say something', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anyLife, (steps) => {
        const story = new DossierStory();
        live(story, steps, () => reached.add(story.state.processing));
      }),
      { seed: 20261122, numRuns: scaled(300, 300) },
    );
    expect([...reached].sort()).toEqual(
      [
        'awaiting-supplement',
        'done',
        'pre-supplement',
        'processing',
        'refused',
        'returned',
        'stopped',
        'submitted',
        'withdrawn',
      ].sort(),
    );
  });
});

describe('a stream', () => {
  it('cannot begin in its middle', () => {
    const story = new DossierStory().then(commands.receive);
    const [, second] = story.events;
    if (!second) throw new Error('no second event');
    expect(() => evolve(null, second)).toThrow(/begins with dossier-received/u);
  });

  it('gives a document the same id at every replay, and another one for every event and kind', () => {
    const ids = [1, 2, 300].flatMap((seq) =>
      ['submission-receipt', 'form-01', 'form-02', 'form-03', 'result'].map((kind) =>
        documentIdOf('01890000-0000-7000-8000-000000000001', kind, seq),
      ),
    );
    expect(new Set(ids).size).toBe(15);
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u.test(id)),
    ).toBe(true);
  });
});

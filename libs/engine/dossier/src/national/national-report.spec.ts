import { describe, expect, it } from '@jest/globals';
import { scaled } from '../../test/depth';
import { commands, DossierStory, situations } from '../../test/dossier-story';
import { type Life, randomLife, seeded } from '../../test/random-life';
import { nationalProgressOf } from './national-progress';
import { nationalCodeOf, nationalReportOf } from './national-report';

const lives = scaled(300, 10_000);

/** Every text in a value that looks like an instant. */
function instantsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(instantsIn);
}

function textsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) textsIn(part, found);
  return found;
}

function eachMoment({ commits }: Life, look: (events: Life['story']['events']) => void): void {
  const events: Life['story']['events'] = [];
  for (const commit of commits) look((events.push(...commit), [...events]));
}

describe('what the national portal is told', () => {
  it(`is, over ${lives} random lives, nothing that is not an event`, () => {
    for (let number = 1; number <= lives; number += 1) {
      const life = randomLife(number, seeded(number));
      eachMoment(life, (events) => {
        const happened = textsIn(events, new Set());
        const report = nationalReportOf(events);
        for (const instant of instantsIn(report)) expect(happened).toContain(instant);
        const rows = nationalProgressOf(events);
        for (const row of rows) {
          const event = events.find((each) => each.seq === row.seq);
          expect([row.type, row.at, row.actor]).toEqual([event?.type, event?.occurredAt, event?.actor]);
        }
        expect(new Set(rows.map((row) => row.seq)).size).toBe(rows.length);
      });
    }
  }, 600_000);

  it(`holds, over ${lives} random lives, the first due date from the start of the clock on, unchanged`, () => {
    for (let number = 1; number <= lives; number += 1) {
      let first: string | null = null;
      eachMoment(randomLife(number, seeded(number)), (events) => {
        const start = events.find((event) => event.type === 'clock-started');
        if (start?.type !== 'clock-started') return;
        first ??= start.payload.due.dueAt;
        expect(nationalReportOf(events)?.originalDueAt).toBe(first);
        for (const row of nationalProgressOf(events))
          if (row.seq >= start.seq) expect(row.originalDueAt).toBe(first);
      });
    }
  }, 600_000);

  it(`never takes back, over ${lives} random lives, what it said: rows grow, and the code stays`, () => {
    for (let number = 1; number <= lives; number += 1) {
      let before: readonly unknown[] = [];
      let code: string | null = null;
      eachMoment(randomLife(number, seeded(number)), (events) => {
        const rows = nationalProgressOf(events);
        expect(rows.slice(0, before.length)).toEqual(before);
        before = rows;
        const report = nationalReportOf(events);
        if (code !== null) expect(report?.code).toBe(code);
        code = report?.code ?? code;
      });
    }
  }, 600_000);

  it('is nothing while a dossier filed here has no code that will stay', () => {
    const story = new DossierStory();
    expect([nationalCodeOf(story.state), nationalReportOf(story.events)]).toEqual([null, null]);
    story.then(commands.receive);
    expect(nationalReportOf(story.events)).toMatchObject({ code: '000.00.32.H99-261116-0001', status: 4 });
  });

  it('names what ended without a code by its transaction code', () => {
    const refused = situations['refused']?.();
    expect(nationalReportOf(refused?.events ?? [])).toMatchObject({
      code: 'T261116-ABCDEFGH',
      status: 3,
      refusedAt: refused?.state.endedAt,
    });
  });

  it('tells each change of state with the code it had then', () => {
    const story = situations['returned']?.();
    const rows = nationalProgressOf(story?.events ?? []);
    expect(rows.map((row) => [row.type, row.status])).toEqual([
      ['dossier-submitted', 1],
      ['dossier-received', 2],
      ['process-started', 4],
      ['task-completed', 4],
      ['task-completed', 4],
      ['task-completed', 4],
      ['dossier-completed', 9],
      ['result-returned', 10],
    ]);
  });

  it('shows both due dates of a supplement, and who asked', () => {
    const story = new DossierStory().then(commands.receive, commands.ask, commands.send);
    const dueBefore = nationalReportOf(story.events.slice(0, -1))?.dueAt;
    story.wait(60).then(commands.answer, commands.confirm);
    const [supplement] = nationalReportOf(story.events)?.supplements ?? [];
    expect(supplement).toMatchObject({ dueBefore, dueAfter: story.state.due?.dueAt, state: 'confirmed' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { compileProcess, type ModelNode, type SettledRules } from '@mocua/engine/process';
import { aValue, commands, completion, DossierStory } from '../../test/dossier-story';
import { rules } from '../../test/procedure-facts';

const { source } = rules.reception.limit;
const bounds = { x: 0, y: 0, width: 100, height: 80 };

function node(id: string, bpmnType: string, change: Partial<ModelNode>): ModelNode {
  const plain = { name: id, nameEn: id, features: [], terminate: false, defaultFlow: null, step: null };
  return { ...plain, role: null, formId: null, outcomes: [], outcome: null, bounds, id, bpmnType, ...change };
}

const task = (id: string, change: Partial<ModelNode> = {}): ModelNode =>
  node(id, 'bpmn:UserTask', {
    role: 'specialist',
    step: 'coordinate',
    formId: id,
    outcomes: ['done'],
    ...change,
  });

const ids = ['start', 'assess', 'wait-for-tax', 'sign', 'end'];
const compiled = compileProcess({
  id: 'land',
  name: 'Cấp giấy chứng nhận',
  nodes: [
    node('start', 'bpmn:StartEvent', {}),
    task('assess'),
    task('wait-for-tax', { requests: 'pause:tax' }),
    task('sign', { role: 'leader' }),
    node('end', 'bpmn:EndEvent', { outcome: 'positive' }),
  ],
  flows: ids.slice(1).map((to, at) => {
    const from = ids[at] ?? '';
    return { id: `${from}>${to}`, name: null, from, to, condition: null, waypoints: [] };
  }),
});

/** A limit of 20 working days that does not count the time of the tax office. */
const landRules: SettledRules = {
  ...rules,
  clock: {
    ...rules.clock,
    duration: { amount: 20, unit: 'working-day', workingDayMode: 'end-of-day', source },
  },
  pauses: {
    tax: {
      ground: { vi: 'Chờ cơ quan thuế', en: 'Waiting for the tax office' },
      cause: 'other-agency',
      resume: 'extend',
      source: { ...source, citation: 'Nghị định về đất đai' },
    },
  },
};

function received(withRules = landRules): DossierStory {
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const story = new DossierStory();
  story.facts = { ...story.facts, rules: withRules, process: compiled.process };
  return story.then(commands.receive);
}

const done = (story: DossierStory) => completion(story, 'done');
const day = 24 * 60;

describe('a step of the process that waits for another agency', () => {
  it('stops the clock with ground and source while it is open, and only then', () => {
    const story = received();
    const before = story.state.due;
    expect(story.wait(2 * day).try(done(story))).toEqual(['task-completed', 'clock-paused']);
    // What is left of today, and eighteen whole working days.
    expect(story.state.due?.remainingMinutes).toBeGreaterThan(18 * 8 * 60);
    expect(story.state.due?.pauses).toEqual([
      {
        from: story.now,
        to: null,
        cause: 'other-agency',
        ground: 'Nghị định về đất đai',
        by: 'system',
        policy: 'extend',
      },
    ]);
    // Seven days: five of them are working days.
    expect(story.wait(7 * day).try(done(story))).toEqual(['task-completed', 'clock-resumed']);
    expect(story.state.due?.remainingMinutes).toBeNull();
    const moved = Date.parse(story.state.due?.dueAt ?? '') - Date.parse(before?.dueAt ?? '');
    expect(moved / 60_000).toBe(7 * day);
    expect(story.wait(day).try(done(story))).toEqual(['task-completed', 'dossier-completed']);
  });

  it('keeps a supplement from stopping a clock that stands still already', () => {
    const story = received().then(done);
    expect(story.try(commands.ask(story))).toEqual(['supplement-prepared']);
    expect(story.try(commands.send(story))).toBe('clock.waiting-for-others');
    story.then(done);
    expect(story.try(commands.send(story))).toEqual(['supplement-requested']);
  });

  it('lets money be asked for only where it waits for a payment, whose clock it then leaves alone', () => {
    const payment = { ...landRules.pauses?.['tax'], cause: 'payment' } as NonNullable<
      SettledRules['pauses']
    >[string];
    const ask = () => ({
      type: 'request-payment' as const,
      amount: 50_000,
      explanation: aValue(),
      asked: { ground: 'tax', charge: 50_000, lines: [], payer: 'owner' as const, payBy: '2026-12-31' },
    });
    expect(received().then(done).try(ask())).toBe('clock.waiting-for-others');
    const story = received({ ...landRules, pauses: { tax: payment, payment } }).then(done);
    const paused = story.state.due;
    expect(story.then(ask).state.due).toEqual(paused);
    const money = { symbol: 'H99', year: 2026, number: 1 };
    story.then(() => ({
      type: 'record-payment',
      orderId: 'order-1',
      amount: 50_000,
      method: 'online',
      paidAt: story.now,
      receipt: money,
    }));
    // The step still waits for the proof of the payment, so the clock does not run yet.
    expect([story.state.processing, story.state.due]).toEqual(['processing', paused]);
    expect(story.try(done(story))).toEqual(['task-completed', 'clock-resumed']);
  });

  it('stops nothing when the rules of the procedure know no such ground', () => {
    const story = received({ ...landRules, pauses: {} });
    expect(story.try(done(story))).toEqual(['task-completed']);
    expect(story.state.due?.pauses).toEqual([]);
  });

  it('stops nothing where there is no time limit', () => {
    const story = received({ ...landRules, clock: { ...landRules.clock, duration: null } });
    expect(story.try(done(story))).toEqual(['task-completed']);
    expect(story.state.due).toBeNull();
  });
});

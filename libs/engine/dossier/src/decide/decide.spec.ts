import { describe, expect, it } from '@jest/globals';
import {
  aFile,
  aSubmission,
  commands,
  completion,
  DossierStory,
  otherCommittee,
  situations,
} from '../../test/dossier-story';
import { calendar, process, rules } from '../../test/procedure-facts';
import { decideSubmit } from './submit';

const wrong = 'dossier.wrong-state';
const notOpen = 'supplement.not-open';
const noTask = 'task.not-open';
const nothing: string[] = [];
const received = ['dossier-received', 'clock-started', 'process-started'];
const requested = ['supplement-requested'];

/** What each command leads to in each situation, 17 days after it came about. Written from the law, not from the code. */
const table: Readonly<Record<string, Readonly<Record<keyof typeof commands, string[] | string>>>> = {
  submitted: {
    receive: received,
    alert: ['reception-alerted'],
    refuse: ['dossier-refused'],
    ask: requested,
    send: notOpen,
    answer: notOpen,
    confirm: notOpen,
    sendBack: notOpen,
    lapse: nothing,
    edit: ['answers-edited'],
    withdraw: ['dossier-withdrawn'],
    complete: noTask,
    issue: noTask,
    return: wrong,
  },
  'asked before reception': {
    receive: wrong,
    alert: nothing,
    refuse: wrong,
    ask: 'supplement.already-open',
    send: notOpen,
    answer: ['supplement-answered'],
    confirm: notOpen,
    sendBack: notOpen,
    lapse: ['supplement-lapsed'],
    edit: wrong,
    withdraw: ['dossier-withdrawn'],
    complete: noTask,
    issue: noTask,
    return: wrong,
  },
  refused: ended(),
  processing: {
    receive: wrong,
    alert: nothing,
    refuse: wrong,
    ask: 'supplement.ground-required',
    send: notOpen,
    answer: notOpen,
    confirm: notOpen,
    sendBack: notOpen,
    lapse: nothing,
    edit: ['answers-edited'],
    withdraw: ['dossier-withdrawn'],
    complete: ['task-completed'],
    issue: 'task.unknown-outcome',
    return: wrong,
  },
  'request prepared': {
    receive: wrong,
    alert: nothing,
    refuse: wrong,
    ask: 'supplement.already-open',
    send: requested,
    answer: notOpen,
    confirm: notOpen,
    sendBack: notOpen,
    lapse: nothing,
    edit: wrong,
    withdraw: ['dossier-withdrawn'],
    complete: ['task-completed'],
    issue: 'task.unknown-outcome',
    return: wrong,
  },
  'request sent': {
    receive: wrong,
    alert: nothing,
    refuse: wrong,
    ask: 'supplement.already-open',
    send: notOpen,
    answer: ['supplement-answered'],
    confirm: notOpen,
    sendBack: notOpen,
    lapse: ['supplement-lapsed'],
    edit: wrong,
    withdraw: ['dossier-withdrawn'],
    complete: wrong,
    issue: wrong,
    return: wrong,
  },
  'request answered': {
    receive: wrong,
    alert: nothing,
    refuse: wrong,
    ask: 'supplement.already-open',
    send: notOpen,
    answer: notOpen,
    confirm: ['supplement-confirmed'],
    sendBack: ['supplement-insufficient'],
    lapse: nothing,
    edit: wrong,
    withdraw: ['dossier-withdrawn'],
    complete: wrong,
    issue: wrong,
    return: wrong,
  },
  done: { ...ended(), return: ['result-returned'] },
  'done with a request prepared': { ...ended(), return: ['result-returned'] },
  returned: ended(),
  withdrawn: ended(),
  'withdrawn when asked before reception': ended(),
  'withdrawn with a request prepared': ended(),
  'withdrawn with a request sent': ended(),
  'withdrawn with a request answered': ended(),
  stopped: ended(),
};

/** Nothing moves a dossier that has ended, and no timer wakes it. */
function ended() {
  return {
    receive: wrong,
    alert: nothing,
    refuse: wrong,
    ask: wrong,
    send: notOpen,
    answer: notOpen,
    confirm: notOpen,
    sendBack: notOpen,
    lapse: nothing,
    edit: wrong,
    withdraw: wrong,
    complete: noTask,
    issue: noTask,
    return: wrong,
  };
}

describe('a command', () => {
  it.each(Object.keys(situations))(
    'on a dossier that is %s is accepted or refused by the table',
    (situation) => {
      const outcomes = Object.entries(commands).map(([name, command]) => {
        const story = situations[situation]?.();
        if (!story) throw new Error(situation);
        story.wait(17 * 24 * 60);
        return [name, story.try(command(story))] as const;
      });
      expect(Object.fromEntries(outcomes)).toEqual(table[situation]);
    },
  );

  it('leaves nothing behind when it is refused', () => {
    const story = new DossierStory();
    const before = JSON.stringify(story.state);
    story.try(commands.return());
    expect([JSON.stringify(story.state), story.events.length]).toEqual([before, 1]);
  });
});

describe('filing', () => {
  const facts = {
    now: '2026-11-16T09:55:00.000Z',
    actor: { kind: 'system', job: 'test' },
    rules,
    calendar,
    process,
  } as const;

  it('counts eight working hours to the answer and two clock hours to the alert', () => {
    const decision = decideSubmit(aSubmission(), facts);
    // 16:55 on a Monday: five minutes are left, the rest is counted on Tuesday.
    expect(decision).toMatchObject({
      ok: true,
      events: [
        {
          payload: {
            reception: {
              dueAt: '2026-11-17T09:55:00.000Z',
              alertAt: '2026-11-16T11:55:00.000Z',
              alertedAt: null,
            },
          },
        },
      ],
    });
  });

  it('is refused with an empty file', () => {
    const empty = { ...aFile(), size: 0 };
    expect(decideSubmit(aSubmission({ attachments: [empty] }), facts)).toMatchObject({
      ok: false,
      problem: { code: 'attachment.empty' },
    });
  });

  it('is refused when the calendar does not reach as far', () => {
    expect(decideSubmit(aSubmission(), { ...facts, now: '2029-01-02T02:00:00.000Z' })).toMatchObject({
      ok: false,
      problem: { code: 'calendar.not-covered' },
    });
  });
});

describe('reception', () => {
  it('hands the dossier to another competent unit and starts its clock on arrival', () => {
    const story = new DossierStory();
    const command = { ...commands.receive(), competentUnit: otherCommittee } as ReturnType<
      typeof commands.receive
    >;
    expect(story.try(command)).toEqual([
      'dossier-received',
      'dossier-transferred',
      'clock-started',
      'process-started',
    ]);
    expect(story.state.units.competent).toBe(otherCommittee);
    expect(story.state.tasks.map((task) => task.unitId)).toEqual([otherCommittee]);
    expect(story.state.due?.dueAt).toBe('2026-11-16T10:00:00.000Z');
  });

  it('raises the alert once, and only when nobody has answered for two hours', () => {
    const story = new DossierStory();
    expect(story.try(commands.alert())).toEqual([]);
    story.wait(120);
    expect(story.try(commands.alert())).toEqual(['reception-alerted']);
    expect(story.try(commands.alert())).toEqual([]);
  });
});

describe('a supplement', () => {
  it('needs a ground when it is asked for a second time', () => {
    const story = new DossierStory().then(commands.ask, commands.answer);
    expect(story.try(commands.ask())).toBe('supplement.ground-required');
    expect(story.try(commands.ask(story, true))).toEqual(['supplement-requested']);
  });

  it('needs a ground after the third working day of the appraisal', () => {
    const story = new DossierStory().then(commands.receive);
    story.wait(3 * 24 * 60 + 8 * 60 + 55); // Thursday 17:00, the last moment
    expect(story.decide(commands.ask()).ok).toBe(true);
    story.wait(1);
    expect(story.try(commands.ask())).toBe('supplement.ground-required');
  });

  it('cannot be answered with a file nobody asked for, nor without one that was', () => {
    const story = new DossierStory().then(commands.ask);
    const answer = commands.answer(story) as Extract<
      ReturnType<typeof commands.answer>,
      { type: 'answer-supplement' }
    >;
    expect(story.try({ ...answer, attachments: [aFile('relation-paper')] })).toBe('supplement.not-asked');
    expect(story.try({ ...answer, attachments: [] })).toBe('supplement.incomplete');
  });

  it('keeps the first due date beside the new one, and resumes when the answer came, not when an officer clicks', () => {
    const story = new DossierStory().then(commands.receive, commands.ask, commands.send);
    story.wait(24 * 60).then(commands.answer);
    story.wait(3 * 24 * 60).then(commands.confirm);
    expect(story.state.due).toMatchObject({
      originalDueAt: '2026-11-16T10:00:00.000Z',
      dueAt: '2026-11-17T10:00:00.000Z',
      pauses: [{ from: '2026-11-16T01:05:00.000Z', to: '2026-11-17T01:05:00.000Z', cause: 'supplement' }],
    });
  });

  it('that was answered before reception is a filing anew with a clock of its own', () => {
    const story = new DossierStory().then(commands.ask).wait(60).then(commands.answer);
    expect(story.state.processing).toBe('submitted');
    expect(story.state.reception).toMatchObject({
      startedAt: '2026-11-16T02:05:00.000Z',
      dueAt: '2026-11-17T02:05:00.000Z',
    });
  });

  it('belongs to the applicant up to the last moment of its last day', () => {
    const story = new DossierStory().then(commands.receive, commands.ask, commands.send);
    const answerBy = story.state.supplements[0]?.answerBy ?? '';
    story.now = answerBy;
    expect(story.try(commands.lapse())).toEqual([]);
    story.wait(1);
    expect(story.try(commands.lapse())).toEqual(['supplement-lapsed']);
    expect([story.state.processing, story.state.endReason]).toEqual(['stopped', 'no-supplement']);
  });
});

describe('a step of the process', () => {
  it('goes back to the specialist with a comment, never without', () => {
    const story = new DossierStory().then(commands.receive, commands.complete);
    const back = completion(story, 'send-back') as Extract<
      ReturnType<typeof completion>,
      { type: 'complete-task' }
    >;
    expect(story.try({ ...back, comment: null })).toBe('task.comment-required');
    expect(story.try(back)).toEqual(['task-completed']);
    expect(story.state.tasks.map((task) => task.key)).toEqual(['look-up#2']);
  });

  it('ends with a negative result and form 03 when nothing was found', () => {
    const story = new DossierStory().then(
      commands.receive,
      (each) => completion(each, 'submit', 'no'),
      commands.complete,
      commands.issue,
    );
    expect([story.state.processing, story.state.outcome, story.state.documents.at(-1)?.kind]).toEqual([
      'done',
      'negative',
      'form-03',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aModel, type ModelBuilder } from '../test/model-builder';
import {
  compileProcess,
  completeTask,
  type CompiledProcess,
  type ProcessResult,
  type ProcessState,
  type ProcessStep,
  replayStart,
  replayTask,
  startProcess,
} from './index';

function compiled(model: ModelBuilder): CompiledProcess {
  const result = compileProcess(model.build());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.process;
}
function stepOf(result: ProcessResult): ProcessStep {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.step;
}
const keysOf = (state: ProcessState) => state.openTasks.map((task) => task.key);

const approval = compiled(
  aModel()
    .start()
    .task('draft')
    .task('sign', { role: 'leader', outcomes: ['approve', 'send-back'] })
    .exclusive('g', 'draft')
    .end()
    .path('start', 'draft', 'sign', 'g', 'draft')
    .flow('g', 'end', 'outcome = "approve"'),
);
const twoOpinions = compiled(
  aModel()
    .start()
    .parallel('f')
    .task('law')
    .task('land', { outcomes: ['done', 'stop'] })
    .exclusive('g', 'j')
    .parallel('j')
    .end()
    .end('stopped', { terminate: true, outcome: 'negative' })
    .path('start', 'f', 'law', 'j', 'end')
    .path('f', 'land', 'g', 'j')
    .flow('g', 'stopped', 'outcome = "stop"'),
);
const done = { outcome: 'done', variables: {} };

describe('the token engine', () => {
  it('opens the first task with its role, form and outcomes', () => {
    const step = stepOf(startProcess(approval, {}));
    expect(step.opened).toEqual([
      {
        key: 'draft#1',
        nodeId: 'draft',
        role: 'specialist',
        step: 'appraise',
        name: { vi: 'Bước draft', en: 'Step draft' },
        formId: 'form',
        outcomes: ['done'],
      },
    ]);
  });

  it('gives a step that is done again a new key', () => {
    const first = stepOf(startProcess(approval, {}));
    const second = stepOf(completeTask(approval, first.state, 'draft#1', done));
    const back = stepOf(
      completeTask(approval, second.state, 'sign#1', { outcome: 'send-back', variables: {} }),
    );
    const again = stepOf(completeTask(approval, back.state, 'draft#2', done));
    expect([keysOf(back.state), keysOf(again.state)]).toEqual([['draft#2'], ['sign#2']]);
  });

  it('ends with the outcome of the end event', () => {
    const first = stepOf(startProcess(approval, {}));
    const second = stepOf(completeTask(approval, first.state, 'draft#1', done));
    const last = stepOf(
      completeTask(approval, second.state, 'sign#1', { outcome: 'approve', variables: {} }),
    );
    expect(last).toMatchObject({
      ended: { nodeId: 'end', outcome: 'positive' },
      opened: [],
      state: { tokens: [], openTasks: [] },
    });
  });

  it('waits at a join until every branch is there', () => {
    const start = stepOf(startProcess(twoOpinions, {}));
    const one = stepOf(completeTask(twoOpinions, start.state, 'law#1', done));
    const two = stepOf(completeTask(twoOpinions, one.state, 'land#1', done));
    expect([keysOf(start.state), keysOf(one.state), one.ended, two.ended?.nodeId]).toEqual([
      ['law#1', 'land#1'],
      ['land#1'],
      null,
      'end',
    ]);
  });

  it('closes the tasks of other branches when a terminate end is reached', () => {
    const start = stepOf(startProcess(twoOpinions, {}));
    const stopped = stepOf(
      completeTask(twoOpinions, start.state, 'land#1', { outcome: 'stop', variables: {} }),
    );
    expect([stopped.ended, stopped.closed.map((task) => task.key), stopped.state.tokens]).toEqual([
      { nodeId: 'stopped', outcome: 'negative' },
      ['law#1', 'land#1'],
      [],
    ]);
  });

  it('refuses to complete a task twice', () => {
    const first = stepOf(startProcess(approval, {}));
    const second = stepOf(completeTask(approval, first.state, 'draft#1', done));
    expect(completeTask(approval, second.state, 'draft#1', done)).toEqual({
      ok: false,
      problems: [{ code: 'task.not-open', taskKey: 'draft#1' }],
    });
  });

  it('refuses an outcome the task does not have', () => {
    const first = stepOf(startProcess(approval, {}));
    expect(
      completeTask(approval, first.state, 'draft#1', { outcome: 'approve', variables: {} }),
    ).toMatchObject({
      ok: false,
      problems: [{ code: 'task.unknown-outcome', allowed: ['done'] }],
    });
  });

  it('does not take the default way for want of a value', () => {
    const process = compiled(
      aModel()
        .start()
        .task('a')
        .exclusive('g', 'no')
        .end('yes')
        .end('no')
        .path('start', 'a', 'g', 'no')
        .flow('g', 'yes', 'found = "yes"'),
    );
    const first = stepOf(startProcess(process, {}));
    expect(completeTask(process, first.state, 'a#1', done)).toEqual({
      ok: false,
      problems: [{ code: 'condition.undecided', flowId: 'g>yes', detail: 'missing: found' }],
    });
  });

  it('takes the first condition that holds', () => {
    const process = compiled(
      aModel()
        .start()
        .task('a')
        .exclusive('g', 'x')
        .end('x')
        .end('y')
        .end('z')
        .path('start', 'a', 'g', 'x')
        .flow('g', 'y', 'n > 1')
        .flow('g', 'z', 'n > 0'),
    );
    const first = stepOf(startProcess(process, {}));
    const ends = [2, 1, 0].map(
      (n) =>
        stepOf(completeTask(process, first.state, 'a#1', { outcome: 'done', variables: { n } })).ended
          ?.nodeId,
    );
    expect(ends).toEqual(['y', 'z', 'x']);
  });

  it('does not let a form field pass itself off as the outcome', () => {
    const first = stepOf(startProcess(approval, {}));
    const second = stepOf(completeTask(approval, first.state, 'draft#1', done));
    const forged = stepOf(
      completeTask(approval, second.state, 'sign#1', {
        outcome: 'send-back',
        variables: { outcome: 'approve' },
      }),
    );
    expect(keysOf(forged.state)).toEqual(['draft#2']);
  });

  it('repeats a run from the recorded choices, without the answers', () => {
    const start = stepOf(startProcess(approval, {}));
    const second = stepOf(completeTask(approval, start.state, 'draft#1', done));
    const last = stepOf(
      completeTask(approval, second.state, 'sign#1', { outcome: 'approve', variables: {} }),
    );
    const replayed = stepOf(replayStart(approval, start.choices));
    const replayed2 = stepOf(
      replayTask(approval, replayed.state, 'draft#1', { outcome: 'done', choices: second.choices }),
    );
    const replayed3 = stepOf(
      replayTask(approval, replayed2.state, 'sign#1', { outcome: 'approve', choices: last.choices }),
    );
    expect(replayed3).toEqual(last);
  });

  it('finds out when a recorded choice does not belong to the process', () => {
    const start = stepOf(startProcess(approval, {}));
    const second = stepOf(completeTask(approval, start.state, 'draft#1', done));
    expect(
      replayTask(approval, second.state, 'sign#1', { outcome: 'approve', choices: { g: 'elsewhere' } }),
    ).toEqual({
      ok: false,
      problems: [{ code: 'replay.mismatch', nodeId: 'g' }],
    });
  });
});

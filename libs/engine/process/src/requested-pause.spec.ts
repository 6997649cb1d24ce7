import { describe, expect, it } from '@jest/globals';
import { aModel } from '../test/model-builder';
import { compileProcess, completeTask, type ProcessStep, requestedPauses, startProcess } from './index';

const model = (requests: string) =>
  compileProcess(
    aModel()
      .start()
      .task('assess')
      .parallel('f')
      .task('tax', { requests })
      .task('map')
      .parallel('j')
      .end()
      .path('start', 'assess', 'f', 'tax', 'j', 'end')
      .path('f', 'map', 'j')
      .build(),
  );

function walk(...tasks: readonly string[]): ProcessStep {
  const compiled = model('pause:tax');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  let result = startProcess(compiled.process, {});
  for (const task of tasks) {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    result = completeTask(compiled.process, result.step.state, `${task}#1`, {
      outcome: 'done',
      variables: {},
    });
  }
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.step;
}

describe('a step that waits for others', () => {
  it('asks for a pause for as long as it is open, whatever other branches do', () => {
    expect(requestedPauses(walk().state)).toEqual([]);
    expect(requestedPauses(walk('assess').state)).toEqual(['tax']);
    expect(requestedPauses(walk('assess', 'map').state)).toEqual(['tax']);
    expect(requestedPauses(walk('assess', 'tax').state)).toEqual([]);
  });

  it('may ask for a pause on a named ground, and for nothing else', () => {
    for (const requests of ['pause:', 'pause', 'resume:tax', 'pause:Thuế', 'extend:2']) {
      const result = model(requests);
      expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([
        'task.request-unknown',
      ]);
    }
  });

  it('asks for nothing before there is a process', () => {
    expect(requestedPauses(null)).toEqual([]);
  });
});

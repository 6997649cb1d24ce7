import { describe, expect, it } from '@jest/globals';
import { schemasOf } from '@mocua/contract/schemas';
import { aModel, type ModelBuilder } from '../test/model-builder';
import {
  compileProcess,
  completeTask,
  type CompiledProcess,
  processDiagram,
  type ProcessState,
  startProcess,
} from './index';

function compiled(model: ModelBuilder): CompiledProcess {
  const result = compileProcess(model.build());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.process;
}
const signing = compiled(
  aModel()
    .start()
    .task('draft', { bounds: { x: 200, y: -40, width: 120, height: 80 } })
    .task('sign', { outcomes: ['approve', 'send-back'] })
    .exclusive('g', 'draft')
    .task('issue')
    .end()
    .path('start', 'draft', 'sign', 'g', 'draft')
    .flow('g', 'issue', 'outcome = "approve"')
    .path('issue', 'end'),
);
type Completion = readonly [key: string, outcome: string];

function run(process: CompiledProcess, ...completions: readonly Completion[]): ProcessState {
  const start = startProcess(process, {});
  if (!start.ok) throw new Error(JSON.stringify(start.problems));
  return completions.reduce((state, [key, outcome]) => {
    const result = completeTask(process, state, key, { outcome, variables: {} });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.step.state;
  }, start.step.state);
}
const after = (...completions: readonly Completion[]) => run(signing, ...completions);
const statesOf = (state: ProcessState) =>
  Object.fromEntries(processDiagram(signing, state).nodes.map((node) => [node.id, node.state]));
const takenIn = (state: ProcessState) =>
  processDiagram(signing, state)
    .flows.filter((flow) => flow.taken)
    .map((flow) => flow.id);

describe('processDiagram', () => {
  it('shows what is done, what is current and what is to come', () => {
    expect(statesOf(after(['draft#1', 'done']))).toEqual({
      start: 'done',
      draft: 'done',
      sign: 'current',
      g: 'pending',
      issue: 'pending',
      end: 'pending',
    });
  });

  it('shows a signature as to come again after the dossier was sent back', () => {
    const state = after(['draft#1', 'done'], ['sign#1', 'send-back']);
    expect([statesOf(state), takenIn(state)]).toEqual([
      { start: 'done', draft: 'current', sign: 'pending', g: 'pending', issue: 'pending', end: 'pending' },
      ['start>draft'],
    ]);
  });

  it('shows only the way that was taken in the end', () => {
    const state = after(
      ['draft#1', 'done'],
      ['sign#1', 'send-back'],
      ['draft#2', 'done'],
      ['sign#2', 'approve'],
      ['issue#1', 'done'],
    );
    expect([
      Object.values(statesOf(state)).every((shown) => shown === 'done'),
      takenIn(state).includes('g>draft'),
    ]).toEqual([true, false]);
  });

  it('puts the drawing at the origin, with a margin', () => {
    const view = processDiagram(signing, after());
    const draft = view.nodes.find((node) => node.id === 'draft');
    expect([draft?.x, draft?.y, view.width, view.height]).toEqual([220, 20, 360, 160]);
  });

  it('fits the contract', () => {
    const view: unknown = processDiagram(signing, after());
    const result = schemasOf.getOfficerDossier.response?.safeParse({ process: view });
    expect(result?.error?.issues.filter((issue) => issue.path[0] === 'process')).toEqual([]);
  });

  it('leaves other branches done when one of them loops', () => {
    const loop = compiled(
      aModel()
        .start()
        .parallel('f')
        .task('a')
        .task('b', { outcomes: ['done', 'again'] })
        .exclusive('g', 'j')
        .parallel('j')
        .end()
        .path('start', 'f', 'a', 'j', 'end')
        .path('f', 'b', 'g', 'j')
        .flow('g', 'b', 'outcome = "again"'),
    );
    const state = run(loop, ['b#1', 'again'], ['a#1', 'done'], ['b#2', 'again']);
    const states = Object.fromEntries(processDiagram(loop, state).nodes.map((node) => [node.id, node.state]));
    expect([states['a'], states['b'], states['g']]).toEqual(['done', 'current', 'pending']);
  });
});

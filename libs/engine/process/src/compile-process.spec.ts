import { describe, expect, it } from '@jest/globals';
import { aModel, type ModelBuilder } from '../test/model-builder';
import { compileProcess, type ModelProblemCode } from './index';

const simple = () => aModel().start().task('a').end().path('start', 'a', 'end');

const faulty: readonly (readonly [string, ModelProblemCode, string, ModelBuilder])[] = [
  ['two start events', 'start.not-one', 'start2', simple().start('start2').flow('start2', 'a')],
  [
    'a flow into the start',
    'start.incoming',
    'start',
    aModel()
      .start()
      .exclusive('g', 'end')
      .task('a')
      .end()
      .path('start', 'a', 'g', 'end')
      .flow('g', 'start', 'true'),
  ],
  ['no end', 'end.missing', 'process', aModel().start().task('a').path('start', 'a')],
  [
    'an end without outcome',
    'end.outcome-missing',
    'end',
    aModel().start().task('a').end('end', { outcome: null }).path('start', 'a', 'end'),
  ],
  ['a flow out of an end', 'end.outgoing', 'end', simple().task('b').end('z').path('end', 'b', 'z')],
  [
    'a service task',
    'element.unsupported',
    'robot',
    simple().node('robot', 'bpmn:ServiceTask').path('robot', 'end'),
  ],
  [
    'a timer on the start',
    'element.unsupported',
    'start',
    aModel()
      .node('start', 'bpmn:StartEvent', { features: ['bpmn:TimerEventDefinition'] })
      .task('a')
      .end()
      .path('start', 'a', 'end'),
  ],
  [
    'an element that is not drawn',
    'element.not-drawn',
    'a',
    aModel().start().task('a', { bounds: null }).end().path('start', 'a', 'end'),
  ],
  [
    'a task without English name',
    'task.name-missing',
    'a',
    aModel().start().task('a', { nameEn: '' }).end().path('start', 'a', 'end'),
  ],
  [
    'a task for a role nobody has',
    'task.role-unknown',
    'a',
    aModel().start().task('a', { role: 'king' }).end().path('start', 'a', 'end'),
  ],
  [
    'a task of an unknown step',
    'task.step-unknown',
    'a',
    aModel().start().task('a', { step: 'ponder' }).end().path('start', 'a', 'end'),
  ],
  [
    'a task without form',
    'task.form-missing',
    'a',
    aModel().start().task('a', { formId: null }).end().path('start', 'a', 'end'),
  ],
  [
    'a task without outcomes',
    'task.outcomes-missing',
    'a',
    aModel().start().task('a', { outcomes: [] }).end().path('start', 'a', 'end'),
  ],
  [
    'a task with the same outcome twice',
    'task.outcomes-missing',
    'a',
    aModel()
      .start()
      .task('a', { outcomes: ['x', 'x'] })
      .end()
      .path('start', 'a', 'end'),
  ],
  ['a task that leads nowhere', 'node.no-outgoing', 'b', simple().task('b').flow('a', 'b')],
  ['a task that leads to two places', 'node.several-outgoing', 'a', simple().end('end2').flow('a', 'end2')],
  ['a flow to nowhere', 'flow.dangling', 'a>lost', simple().flow('a', 'lost')],
  [
    'a condition after a task',
    'flow.condition-not-allowed',
    'a>end',
    aModel().start().task('a').end().flow('start', 'a').flow('a', 'end', 'true'),
  ],
  [
    'a condition on the default flow',
    'flow.condition-not-allowed',
    'g>end',
    aModel()
      .start()
      .task('a')
      .exclusive('g', 'end')
      .end()
      .end('no')
      .path('start', 'a', 'g')
      .flow('g', 'end', 'true')
      .flow('g', 'no', 'true'),
  ],
  [
    'a split without default',
    'gateway.default-missing',
    'g',
    aModel()
      .start()
      .exclusive('g')
      .task('a')
      .end()
      .path('start', 'g')
      .flow('g', 'a', 'true')
      .flow('g', 'end', 'false')
      .path('a', 'end'),
  ],
  [
    'a split without condition',
    'gateway.condition-missing',
    'g>a',
    aModel().start().exclusive('g', 'end').task('a').end().path('start', 'g', 'a', 'end').flow('g', 'end'),
  ],
  [
    'a condition that cannot be read',
    'gateway.condition-invalid',
    'g>a',
    aModel()
      .start()
      .exclusive('g', 'end')
      .task('a')
      .end()
      .path('start', 'g', 'end')
      .flow('g', 'a', 'outcome = ')
      .flow('a', 'end'),
  ],
  [
    'a condition that is a number',
    'gateway.condition-invalid',
    'g>a',
    aModel()
      .start()
      .exclusive('g', 'end')
      .task('a')
      .end()
      .path('start', 'g', 'end')
      .flow('g', 'a', '1 + 1')
      .flow('a', 'end'),
  ],
  [
    'an outcome compared with a number',
    'gateway.condition-invalid',
    'g>a',
    aModel()
      .start()
      .exclusive('g', 'end')
      .task('a')
      .end()
      .path('start', 'g', 'end')
      .flow('g', 'a', 'outcome = 1')
      .flow('a', 'end'),
  ],
  [
    'a gateway that does nothing',
    'gateway.pointless',
    'g',
    aModel().start().parallel('g').task('a').end().path('start', 'g', 'a', 'end'),
  ],
  ['a step nobody reaches', 'node.unreachable', 'b', simple().task('b').flow('b', 'end')],
  [
    'a loop without a way out',
    'node.no-way-out',
    'b',
    aModel()
      .start()
      .exclusive('g', 'end')
      .task('b')
      .end()
      .path('start', 'g', 'end')
      .flow('g', 'b', 'true')
      .flow('b', 'b'),
  ],
  [
    'a loop without a person',
    'loop.without-task',
    'm',
    aModel()
      .start()
      .task('a')
      .exclusive('m')
      .exclusive('g', 'end')
      .end()
      .path('start', 'a', 'm', 'g', 'end')
      .flow('g', 'm', 'true'),
  ],
  [
    'a gateway that joins and forks',
    'parallel.mixed',
    'p',
    aModel()
      .start()
      .parallel('f')
      .task('a')
      .task('b')
      .parallel('p')
      .task('c')
      .task('d')
      .parallel('j')
      .end()
      .path('start', 'f', 'a', 'p', 'c', 'j', 'end')
      .path('f', 'b', 'p', 'd', 'j'),
  ],
  [
    'branches that are never joined',
    'parallel.end-inside',
    'end',
    aModel()
      .start()
      .parallel('f')
      .task('a')
      .task('b')
      .end()
      .end('end2')
      .path('start', 'f', 'a', 'end')
      .path('f', 'b', 'end2'),
  ],
  [
    'branches joined by an exclusive gateway',
    'parallel.end-inside',
    'end',
    aModel()
      .start()
      .parallel('f')
      .task('a')
      .task('b')
      .exclusive('m')
      .end()
      .path('start', 'f', 'a', 'm', 'end')
      .path('f', 'b', 'm'),
  ],
  [
    'an exclusive choice joined by a parallel gateway',
    'parallel.unbalanced',
    'j',
    aModel()
      .start()
      .exclusive('g', 'a')
      .task('a')
      .task('b')
      .parallel('j')
      .end()
      .path('start', 'g', 'a', 'j', 'end')
      .flow('g', 'b', 'true')
      .path('b', 'j'),
  ],
  [
    'a branch with two ways into the join',
    'parallel.unbalanced',
    'f',
    aModel()
      .start()
      .parallel('f')
      .task('a')
      .exclusive('g', 'c')
      .task('c')
      .task('d')
      .task('b')
      .parallel('j')
      .end()
      .path('start', 'f', 'a', 'g', 'c', 'j', 'end')
      .flow('g', 'd', 'true')
      .path('d', 'j')
      .path('f', 'b', 'j'),
  ],
  [
    'a way out of a block back to before it',
    'parallel.unbalanced',
    'f',
    aModel()
      .start()
      .exclusive('m')
      .parallel('f')
      .task('a')
      .exclusive('g', 'j')
      .task('b')
      .parallel('j')
      .end()
      .path('start', 'm', 'f', 'a', 'g', 'j', 'end')
      .flow('g', 'm', 'true')
      .path('f', 'b', 'j'),
  ],
  [
    'a jump into a block',
    'parallel.entered-from-outside',
    'a',
    aModel()
      .start()
      .exclusive('g', 'f')
      .parallel('f')
      .task('a')
      .task('b')
      .parallel('j')
      .end()
      .path('start', 'g', 'f', 'a', 'j', 'end')
      .flow('g', 'a', 'true')
      .path('f', 'b', 'j'),
  ],
];

describe('compileProcess', () => {
  it.each(faulty)('refuses %s', (_what, code, elementId, model) => {
    const result = compileProcess(model.build());
    const found = result.ok ? [] : result.problems.map((problem) => [problem.code, problem.elementId]);
    expect(found).toContainEqual([code, elementId]);
  });

  it('says what to do in both languages', () => {
    const result = compileProcess(
      aModel().start().task('a', { role: 'king' }).end().path('start', 'a', 'end').build(),
    );
    expect(result).toMatchObject({
      problems: [
        { message: { vi: expect.stringContaining('“king”'), en: expect.stringContaining('"king"') } },
      ],
    });
  });

  it('reports every faulty element at once', () => {
    const model = aModel()
      .start()
      .task('a', { role: null, formId: null })
      .end('end', { outcome: null })
      .path('start', 'a', 'end');
    const result = compileProcess(model.build());
    expect(result.ok ? [] : result.problems.map((problem) => problem.code).sort()).toEqual([
      'end.outcome-missing',
      'task.form-missing',
      'task.role-unknown',
    ]);
  });

  it('accepts a loop that a person can leave', () => {
    const model = aModel()
      .start()
      .task('a')
      .exclusive('g', 'end')
      .end()
      .path('start', 'a', 'g', 'end')
      .flow('g', 'a', 'outcome = "again"');
    expect(compileProcess(model.build()).ok).toBe(true);
  });

  it('accepts a terminate end inside a parallel branch', () => {
    const model = aModel()
      .start()
      .parallel('f')
      .task('a')
      .exclusive('g', 'j')
      .task('b')
      .parallel('j')
      .end()
      .end('stop', { terminate: true, outcome: 'negative' })
      .path('start', 'f', 'a', 'g', 'j', 'end')
      .flow('g', 'stop', 'outcome = "no"')
      .path('f', 'b', 'j');
    expect(compileProcess(model.build()).ok).toBe(true);
  });

  it('knows the branches around a node, outermost first', () => {
    const model = aModel()
      .start()
      .parallel('f')
      .parallel('f2')
      .task('a')
      .task('b')
      .task('c')
      .parallel('j2')
      .parallel('j')
      .end()
      .path('start', 'f', 'f2', 'a', 'j2', 'j', 'end')
      .path('f2', 'b', 'j2')
      .path('f', 'c', 'j');
    const result = compileProcess(model.build());
    const branches = result.ok
      ? Object.fromEntries(result.process.nodes.map((node) => [node.id, node.branch]))
      : {};
    expect(branches).toMatchObject({
      a: ['f>f2', 'f2>a'],
      b: ['f>f2', 'f2>b'],
      c: ['f>c'],
      j2: ['f>f2'],
      j: [],
    });
  });

  it('checks the names in conditions when it is told which there are', () => {
    const model = aModel()
      .start()
      .task('a')
      .exclusive('g', 'end')
      .end()
      .path('start', 'a', 'g', 'end')
      .flow('g', 'a', 'fuond = "yes"');
    expect(compileProcess(model.build(), { found: 'string' })).toMatchObject({
      ok: false,
      problems: [{ code: 'gateway.condition-invalid', elementId: 'g>a' }],
    });
  });

  it('gives data that survives being stored', () => {
    const result = compileProcess(simple().build());
    const process = result.ok ? result.process : null;
    expect(JSON.parse(JSON.stringify(process))).toEqual(process);
  });
});

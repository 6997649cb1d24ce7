import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compileProcess,
  completeTask,
  type CompiledProcess,
  type ProcessModel,
  type ProcessResult,
  type ProcessState,
  type ProcessStep,
  replayStart,
  replayTask,
  startProcess,
} from '../src/index';
import { anyBlock, type Block, draw, variablesOf } from './random-process';
import { begin, type Rest } from './reference-interpreter';

/** Numbers that steer a run: which open task comes next, and the values that choices and loops see. */
const anyScript = fc.array(fc.nat(11), { minLength: 1, maxLength: 40 });

/** After so many tasks loops are left, so that every run ends. */
const loopBudget = 40;

function compiled(block: Block): CompiledProcess {
  const result = compileProcess(draw(block));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.process;
}
function stepOf(result: ProcessResult): ProcessStep {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.step;
}
function at(script: readonly number[], index: number): number {
  return script[index % script.length] ?? 0;
}
function valuesAt(block: Block, script: readonly number[], turn: number): Readonly<Record<string, number>> {
  const value = (index: number) => (turn > loopBudget ? 2 : at(script, turn + index) % 3);
  return Object.fromEntries(variablesOf(block).map((name, index) => [name, value(index)]));
}
const sorted = (ids: readonly string[]) => [...ids].sort();
const openIn = (rest: Rest) => (typeof rest === 'object' ? sorted(rest.open) : []);

interface Turn {
  readonly key: string;
  readonly step: ProcessStep;
}

/** Runs a process to its end by a script; every task in between is one turn. */
function run(
  block: Block,
  script: readonly number[],
  watch: (step: ProcessStep, rest: Rest) => void,
): readonly Turn[] {
  const process = compiled(block);
  let step = stepOf(startProcess(process, valuesAt(block, script, 0)));
  let rest = begin(block, valuesAt(block, script, 0));
  watch(step, rest);
  const turns: Turn[] = [];
  for (let turn = 1; !step.ended; turn += 1) {
    expect(turn).toBeLessThan(2000);
    const { openTasks } = step.state;
    const task = openTasks[at(script, turn) % openTasks.length];
    if (!task) throw new Error('The process neither ended nor has an open task.');
    const variables = valuesAt(block, script, turn);
    step = stepOf(completeTask(process, step.state, task.key, { outcome: 'done', variables }));
    rest = typeof rest === 'object' ? rest.complete(task.nodeId, variables) : rest;
    turns.push({ key: task.key, step });
    watch(step, rest);
  }
  return turns;
}

describe('any block-structured process', () => {
  it('has the same open tasks as the reference interpreter after every step, and ends with it', () => {
    fc.assert(
      fc.property(anyBlock, anyScript, (block, script) => {
        run(block, script, (step, rest) => {
          expect(sorted(step.state.openTasks.map((task) => task.nodeId))).toEqual(openIn(rest));
          const expected = rest === 'done' ? 'positive' : rest === 'terminated' ? 'negative' : null;
          expect(step.ended?.outcome ?? null).toBe(expected);
        });
      }),
      { seed: 908, numRuns: 400 },
    );
  });

  it('neither loses nor doubles a token', () => {
    fc.assert(
      fc.property(anyBlock, anyScript, (block, script) => {
        const used = new Set<string>();
        run(block, script, ({ state, opened }) => {
          const places = state.tokens.map((token) => `${token.nodeId} by ${token.flowId}`);
          expect(new Set(places).size).toBe(places.length);
          const tasks = state.openTasks.map((task) => task.nodeId);
          const atTasks = state.tokens.filter((token) => tasks.includes(token.nodeId));
          expect(sorted(atTasks.map((token) => token.nodeId))).toEqual(sorted(tasks));
          expect(state.tokens.length === 0).toBe(state.ended !== null);
          for (const task of opened) {
            expect(used.has(task.key)).toBe(false);
            used.add(task.key);
          }
        });
      }),
      { seed: 1908, numRuns: 200 },
    );
  });

  it('comes to the same state when it is replayed from the recorded choices', () => {
    fc.assert(
      fc.property(anyBlock, anyScript, (block, script) => {
        const process = compiled(block);
        let first: ProcessStep | null = null;
        const turns = run(block, script, (step) => (first ??= step));
        let replayed = stepOf(replayStart(process, (first as ProcessStep | null)?.choices ?? {}));
        expect(replayed).toEqual(first);
        for (const { key, step } of turns) {
          const stored = JSON.parse(JSON.stringify(replayed.state)) as ProcessState;
          replayed = stepOf(replayTask(process, stored, key, { outcome: 'done', choices: step.choices }));
          expect(replayed).toEqual(step);
        }
      }),
      { seed: 2908, numRuns: 100 },
    );
  });
});

describe('a damaged process', () => {
  it('is refused, or still cannot get stuck, whatever people decide', () => {
    let accepted = 0;
    let refused = 0;
    const damage = fc.record({
      flow: fc.nat(),
      to: fc.nat(),
      kind: fc.constantFrom('redirect', 'remove', 'swap-gateway'),
    });
    fc.assert(
      fc.property(anyBlock, damage, (block, { flow, to, kind }) => {
        const result = compileProcess(damaged(draw(block), { flow, to, kind }));
        if (!result.ok) refused += 1;
        else if (explore(result.process)) accepted += 1;
      }),
      { seed: 3908, numRuns: 600 },
    );
    // Both sides must really occur, or the property would prove nothing.
    expect([accepted > 50, refused > 50]).toEqual([true, true]);
  });
});

function damaged(
  model: ProcessModel,
  hit: { readonly flow: number; readonly to: number; readonly kind: string },
): ProcessModel {
  const target = model.flows[hit.flow % model.flows.length];
  const node = model.nodes[hit.to % model.nodes.length];
  if (hit.kind === 'remove') return { ...model, flows: model.flows.filter((flow) => flow !== target) };
  if (hit.kind === 'redirect') {
    return {
      ...model,
      flows: model.flows.map((flow) => (flow === target ? { ...flow, to: node?.id ?? flow.to } : flow)),
    };
  }
  const swap = new Map([
    ['bpmn:ExclusiveGateway', 'bpmn:ParallelGateway'],
    ['bpmn:ParallelGateway', 'bpmn:ExclusiveGateway'],
  ]);
  const gateways = model.nodes.filter((other) => swap.has(other.bpmnType));
  const gateway = gateways[hit.to % Math.max(1, gateways.length)];
  return {
    ...model,
    nodes: model.nodes.map((other) =>
      other === gateway ? { ...other, bpmnType: swap.get(other.bpmnType) ?? '' } : other,
    ),
  };
}

/** Largest number of states that is walked through; bigger processes are left out. */
const stateLimit = 400;

/**
 * Walks through every state a process can reach under every decision, and proves that each has a way to the end.
 * False when the process is too big for that.
 */
function explore(process: CompiledProcess): boolean {
  const splits = process.nodes.filter((node) => node.kind === 'exclusive' && node.outgoing.length > 1);
  if (splits.length > 4) return false;
  const decisions = splits.reduce<readonly Readonly<Record<string, string>>[]>(
    (made, split) =>
      made.flatMap((choices) => split.outgoing.map((flow) => ({ ...choices, [split.id]: flow }))),
    [{}],
  );
  const previous = new Map<string, Set<string>>();
  const ends: string[] = [];
  const open: ProcessState[] = [];
  const nameOf = (state: ProcessState) =>
    JSON.stringify([state.ended, sorted(state.tokens.map((token) => `${token.nodeId}<${token.flowId}`))]);
  const visit = (result: ProcessResult, from: string) => {
    const { state } = stepOf(result);
    const name = nameOf(state);
    const tasks = state.openTasks.map((task) => task.nodeId);
    expect(new Set(tasks).size).toBe(tasks.length);
    if (!previous.has(name)) {
      previous.set(name, new Set());
      if (state.ended) ends.push(name);
      else open.push(state);
    }
    previous.get(name)?.add(from);
  };
  for (const choices of decisions) visit(replayStart(process, choices), '');
  for (let state = open.pop(); state; state = open.pop()) {
    if (previous.size > stateLimit) return false;
    for (const task of state.openTasks) {
      for (const choices of decisions)
        visit(replayTask(process, state, task.key, { outcome: 'done', choices }), nameOf(state));
    }
  }
  const saved = new Set<string>();
  for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
    if (saved.has(name)) continue;
    saved.add(name);
    ends.push(...(previous.get(name) ?? []));
  }
  const stuck = [...previous.keys()].filter((name) => !saved.has(name));
  expect(stuck).toEqual([]);
  return true;
}

import type { Block } from './random-process';

type Values = Readonly<Record<string, number>>;

/**
 * What is left to do of a tree. A second, much simpler account of what a process means: it knows no gateway, no flow and
 * no token, and serves as the oracle for the engine that does.
 */
export type Rest = 'done' | 'terminated' | Waiting;
interface Waiting {
  readonly open: readonly string[];
  readonly complete: (task: string, values: Values) => Rest;
}

export function begin(block: Block, values: Values): Rest {
  switch (block.kind) {
    case 'task':
      return waitFor(block.id);
    case 'terminate':
      return 'terminated';
    case 'sequence':
      return inOrder(block.parts, values);
    case 'parallel':
      return together(block.branches.map((branch) => begin(branch, values)));
    case 'choice': {
      const chosen = block.branches[values[block.variable] ?? -1] ?? block.branches.at(-1);
      return chosen ? inOrder([{ kind: 'task', id: chosen.head }, chosen.rest], values) : 'done';
    }
    case 'loop':
      return then(
        begin(block.body, values),
        (later) => {
          return later[block.variable] === 1 ? begin(block, later) : waitFor(block.after);
        },
        values,
      );
  }
}

function waitFor(id: string): Rest {
  return { open: [id], complete: () => 'done' };
}

function inOrder(parts: readonly Block[], values: Values): Rest {
  const [first, ...others] = parts;
  if (!first) return 'done';
  return then(begin(first, values), (later) => inOrder(others, later), values);
}

function then(rest: Rest, next: (values: Values) => Rest, values: Values): Rest {
  if (rest === 'terminated') return rest;
  if (rest === 'done') return next(values);
  return { open: rest.open, complete: (task, later) => then(rest.complete(task, later), next, later) };
}

function together(rests: readonly Rest[]): Rest {
  if (rests.includes('terminated')) return 'terminated';
  const waiting = rests.filter((rest): rest is Waiting => typeof rest === 'object');
  if (waiting.length === 0) return 'done';
  return {
    open: waiting.flatMap((rest) => rest.open),
    complete: (task, values) =>
      together(waiting.map((rest) => (rest.open.includes(task) ? rest.complete(task, values) : rest))),
  };
}

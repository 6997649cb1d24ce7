import fc from 'fast-check';
import type { ProcessModel } from '../src/index';
import { ModelBuilder } from './model-builder';

/** A process as a tree of blocks; gateways and flows appear only when it is drawn. */
export type Block =
  | { readonly kind: 'task'; readonly id: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Block[] }
  /** Takes branch `variable`, a number; the last branch is the default. Each branch has a task at its head. */
  | {
      readonly kind: 'choice';
      readonly variable: string;
      readonly branches: readonly { readonly head: string; readonly rest: Block }[];
    }
  | { readonly kind: 'parallel'; readonly branches: readonly Block[] }
  /** Repeats as long as `variable` is 1; then the task `after` follows. */
  | { readonly kind: 'loop'; readonly variable: string; readonly body: Block; readonly after: string }
  | { readonly kind: 'terminate'; readonly id: string };

type Shape =
  | 'task'
  | 'terminate'
  | { readonly sequence: readonly Shape[] }
  | { readonly choice: readonly Shape[] }
  | { readonly parallel: readonly Shape[] }
  | { readonly loop: Shape };

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant<Shape>('task') },
    { weight: 2, arbitrary: fc.record({ sequence: fc.array(tie('shape'), { minLength: 2, maxLength: 3 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        choice: fc.array(fc.oneof(tie('shape'), fc.constant<Shape>('terminate')), {
          minLength: 2,
          maxLength: 3,
        }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ parallel: fc.array(tie('shape'), { minLength: 2, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ loop: tie('shape') }) },
  ),
}));

/** Any block-structured process, with its tree as the description of what it means. */
export const anyBlock: fc.Arbitrary<Block> = shape.map((root) => {
  let count = 0;
  const name = (prefix: string): string => `${prefix}${(count += 1)}`;
  const toBlock = (part: Shape): Block => {
    if (part === 'task') return { kind: 'task', id: name('t') };
    if (part === 'terminate') return { kind: 'terminate', id: name('stop') };
    if ('sequence' in part) return { kind: 'sequence', parts: part.sequence.map(toBlock) };
    if ('parallel' in part) return { kind: 'parallel', branches: part.parallel.map(toBlock) };
    if ('loop' in part) {
      const first: Block = { kind: 'task', id: name('t') };
      return {
        kind: 'loop',
        variable: name('v'),
        body: { kind: 'sequence', parts: [first, toBlock(part.loop)] },
        after: name('t'),
      };
    }
    // A choice of terminate ends only would leave a block without a way to its join.
    const shapes =
      part.choice.at(-1) === 'terminate' ? [...part.choice.slice(0, -1), 'task' as const] : part.choice;
    return {
      kind: 'choice',
      variable: name('v'),
      branches: shapes.map((branch) => ({ head: name('t'), rest: toBlock(branch) })),
    };
  };
  return { kind: 'sequence', parts: [{ kind: 'task', id: 'first' }, toBlock(root)] };
});

/** Names of the numbers that decide choices and loops. */
export function variablesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'task':
    case 'terminate':
      return [];
    case 'sequence':
      return block.parts.flatMap(variablesOf);
    case 'parallel':
      return block.branches.flatMap(variablesOf);
    case 'choice':
      return [block.variable, ...block.branches.flatMap((branch) => variablesOf(branch.rest))];
    case 'loop':
      return [block.variable, ...variablesOf(block.body)];
  }
}

/** Draws a tree as BPMN. */
export function draw(block: Block): ProcessModel {
  const pen = new Pen();
  const model = pen.model.start();
  const exit = pen.draw(block, { from: 'start', condition: null });
  model.end('end');
  if (exit) model.flow(exit.from, 'end', exit.condition);
  return model.build();
}

/** An open connection: the node it leaves and the condition it carries. */
interface Loose {
  readonly from: string;
  readonly condition: string | null;
}

class Pen {
  readonly model = new ModelBuilder();
  private count = 0;

  draw(block: Block, entry: Loose): Loose | null {
    switch (block.kind) {
      case 'task':
        this.model.task(block.id).flow(entry.from, block.id, entry.condition);
        return { from: block.id, condition: null };
      case 'terminate':
        this.model
          .end(block.id, { terminate: true, outcome: 'negative' })
          .flow(entry.from, block.id, entry.condition);
        return null;
      case 'sequence':
        return block.parts.reduce<Loose | null>((at, part) => at && this.draw(part, at), entry);
      case 'parallel':
        return this.parallel(block.branches, entry);
      case 'choice':
        return this.choice(block, entry);
      case 'loop':
        return this.loop(block, entry);
    }
  }

  private next(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  private parallel(branches: readonly Block[], entry: Loose): Loose {
    const fork = this.next('fork');
    const join = this.next('join');
    this.model.parallel(fork).parallel(join).flow(entry.from, fork, entry.condition);
    for (const branch of branches) {
      const exit = this.draw(branch, { from: fork, condition: null });
      if (exit) this.model.flow(exit.from, join, exit.condition);
    }
    return { from: join, condition: null };
  }

  private choice(block: Block & { kind: 'choice' }, entry: Loose): Loose {
    const split = this.next('split');
    const merge = this.next('merge');
    const defaultAt = block.branches.length - 1;
    this.model
      .exclusive(split, block.branches[defaultAt]?.head ?? '')
      .flow(entry.from, split, entry.condition);
    const exits = block.branches.map(({ head, rest }, at) => {
      this.model.task(head).flow(split, head, at === defaultAt ? null : `${block.variable} = ${at}`);
      return this.draw(rest, { from: head, condition: null });
    });
    const open = exits.filter((exit) => exit !== null);
    const [only] = open;
    if (open.length === 1 && only) return only;
    this.model.exclusive(merge);
    for (const exit of open) this.model.flow(exit.from, merge, exit.condition);
    return { from: merge, condition: null };
  }

  private loop(block: Block & { kind: 'loop' }, entry: Loose): Loose {
    const merge = this.next('merge');
    const again = this.next('again');
    this.model.exclusive(merge).flow(entry.from, merge, entry.condition);
    const exit = this.draw(block.body, { from: merge, condition: null });
    this.model.exclusive(again, block.after).task(block.after);
    if (exit) this.model.flow(exit.from, again, exit.condition);
    this.model.flow(again, merge, `${block.variable} = 1`).flow(again, block.after);
    return { from: block.after, condition: null };
  }
}

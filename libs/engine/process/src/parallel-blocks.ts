import { type Graph, predecessors } from './graph';
import { modelProblem } from './model-problems';
import type { ModelProblem } from './process-model';

/** What a node is to the matching of forks and joins. */
export type BlockKind = 'fork' | 'join' | 'end' | 'terminate' | 'other';

/** A fork with the join that closes it. */
export interface ParallelBlock {
  readonly forkId: string;
  readonly joinId: string;
  /** Nodes of each branch (inner blocks included), by the id of the first flow of the branch. */
  readonly branches: ReadonlyMap<string, ReadonlySet<string>>;
}

export type BlocksResult =
  | { readonly ok: true; readonly blocks: readonly ParallelBlock[] }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/**
 * Matches every fork with its join. Blocks make the meaning of a process undisputed and its proof simple: exactly one
 * token comes out of each branch, so no join waits for ever and no token is doubled.
 */
export function matchBlocks(graph: Graph, kindOf: (node: string) => BlockKind): BlocksResult {
  const matcher = new BlockMatcher(graph, kindOf);
  for (const node of graph.nodes) if (kindOf(node) === 'fork') matcher.close(node);
  return matcher.result();
}

interface Branch {
  readonly nodes: Set<string>;
  /** Flows by which the branch enters a join of this level, with that join. */
  readonly exits: Map<string, string>;
}

class BlockMatcher {
  private readonly blocks = new Map<string, ParallelBlock | null>();
  private readonly problems = new Map<string, ModelProblem>();

  constructor(
    private readonly graph: Graph,
    private readonly kindOf: (node: string) => BlockKind,
  ) {}

  result(): BlocksResult {
    const blocks = [...this.blocks.values()].filter((block) => block !== null);
    const closed = new Set(blocks.map((block) => block.joinId));
    for (const node of this.graph.nodes) {
      if (this.kindOf(node) === 'join' && !closed.has(node) && this.problems.size === 0)
        this.report('parallel.unbalanced', node);
    }
    return this.problems.size > 0
      ? { ok: false, problems: [...this.problems.values()] }
      : { ok: true, blocks };
  }

  close(forkId: string): ParallelBlock | null {
    const known = this.blocks.get(forkId);
    if (known !== undefined) return known;
    // A fork that is met again while it is being closed lies on a loop out of its own block.
    this.blocks.set(forkId, null);
    const block = this.match(forkId);
    this.blocks.set(forkId, block);
    return block;
  }

  private match(forkId: string): ParallelBlock | null {
    const branches = new Map<string, ReadonlySet<string>>();
    const seen = new Set<string>();
    const exits = new Map<string, string>();
    for (const flow of this.graph.outgoing.get(forkId) ?? []) {
      const branch = this.follow(flow, forkId);
      if (!branch) return null;
      const overlaps = [...branch.nodes].some((node) => seen.has(node));
      if (branch.exits.size !== 1 || overlaps) return this.report('parallel.unbalanced', forkId);
      branch.nodes.forEach((node) => seen.add(node));
      branch.exits.forEach((join, exit) => exits.set(exit, join));
      branches.set(flow, branch.nodes);
    }
    const joins = new Set(exits.values());
    const [joinId] = joins;
    if (joinId === undefined || joins.size !== 1) return this.report('parallel.unbalanced', forkId);
    const incoming = this.graph.incoming.get(joinId) ?? [];
    if (incoming.length !== exits.size) return this.report('parallel.unbalanced', joinId);
    const intruded = [...seen].find((node) =>
      predecessors(this.graph, node).some((from) => from !== forkId && !seen.has(from)),
    );
    if (intruded !== undefined) return this.report('parallel.entered-from-outside', intruded);
    return { forkId, joinId, branches };
  }

  private follow(firstFlow: string, forkId: string): Branch | null {
    const branch: Branch = { nodes: new Set(), exits: new Map() };
    const open = [firstFlow];
    for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
      const node = this.graph.ends.get(flow)?.to ?? '';
      const kind = this.kindOf(node);
      if (kind === 'join') {
        branch.exits.set(flow, node);
        continue;
      }
      if (node === forkId) return this.report('parallel.unbalanced', forkId);
      if (branch.nodes.has(node)) continue;
      branch.nodes.add(node);
      if (kind === 'end') return this.report('parallel.end-inside', node);
      if (kind !== 'fork') {
        open.push(...(this.graph.outgoing.get(node) ?? []));
        continue;
      }
      const inner = this.close(node);
      if (!inner) return this.report('parallel.unbalanced', node);
      inner.branches.forEach((nodes) => nodes.forEach((inside) => branch.nodes.add(inside)));
      branch.nodes.add(inner.joinId);
      open.push(...(this.graph.outgoing.get(inner.joinId) ?? []));
    }
    return branch;
  }

  private report(
    code: 'parallel.unbalanced' | 'parallel.end-inside' | 'parallel.entered-from-outside',
    node: string,
  ): null {
    if (!this.problems.has(node)) this.problems.set(node, modelProblem(code, node));
    return null;
  }
}

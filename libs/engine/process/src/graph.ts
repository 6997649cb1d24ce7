/** A directed graph over the ids of a process. */
export interface Graph {
  readonly nodes: readonly string[];
  /** Flow ids leaving and entering each node, in the order of the file. */
  readonly outgoing: ReadonlyMap<string, readonly string[]>;
  readonly incoming: ReadonlyMap<string, readonly string[]>;
  readonly ends: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
}

interface Arc {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export function graphOf(nodes: readonly string[], arcs: readonly Arc[]): Graph {
  const outgoing = new Map<string, string[]>(nodes.map((id) => [id, []]));
  const incoming = new Map<string, string[]>(nodes.map((id) => [id, []]));
  const ends = new Map<string, Arc>();
  for (const arc of arcs) {
    outgoing.get(arc.from)?.push(arc.id);
    incoming.get(arc.to)?.push(arc.id);
    ends.set(arc.id, arc);
  }
  return { nodes, outgoing, incoming, ends };
}

export function successors(graph: Graph, node: string): readonly string[] {
  return (graph.outgoing.get(node) ?? []).flatMap((flow) => graph.ends.get(flow)?.to ?? []);
}

export function predecessors(graph: Graph, node: string): readonly string[] {
  return (graph.incoming.get(node) ?? []).flatMap((flow) => graph.ends.get(flow)?.from ?? []);
}

/** Every node that can be reached from the given ones, themselves included. */
export function reachable(
  from: readonly string[],
  next: (node: string) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set(from);
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const other of next(node)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}

/** Nodes on a cycle that never leaves `within`; empty when there is none. */
export function cycleWithin(graph: Graph, within: ReadonlySet<string>): readonly string[] {
  let rest = new Set(within);
  // Strip nodes without a predecessor in the rest, then without a successor; what cannot be stripped lies on cycles.
  for (let before = -1; before !== rest.size;) {
    before = rest.size;
    const inside = rest;
    rest = new Set(
      [...rest].filter(
        (node) =>
          predecessors(graph, node).some((other) => inside.has(other)) &&
          successors(graph, node).some((other) => inside.has(other)),
      ),
    );
  }
  return [...rest];
}

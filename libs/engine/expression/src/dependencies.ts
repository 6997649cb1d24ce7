import type { ExpressionNode, ParsedExpression } from './syntax-tree';

function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'path':
    case 'negate':
      return [node.of];
    case 'binary':
      return [node.left, node.right];
    case 'between':
      return [node.of, node.low, node.high];
    case 'in':
      return [node.of, ...node.tests];
    case 'test':
      return [node.to];
    case 'range':
      return [node.low, node.high];
    case 'if':
      return [node.condition, node.whenTrue, node.otherwise];
    case 'list':
      return node.items;
    case 'call':
      return node.args;
    default:
      return [];
  }
}

/**
 * The outer names an expression may read, sorted, each once. Names inside a filter are counted even where an item of
 * the list could hold them: a recomputation too many is harmless, one too few is not.
 */
export function dependencies(parsed: ParsedExpression): readonly string[] {
  const found = new Set<string>();
  collect(parsed.root, new Set(), found);
  return [...found].sort();
}

function collect(node: ExpressionNode, bound: ReadonlySet<string>, found: Set<string>): void {
  switch (node.kind) {
    case 'name':
      if (!bound.has(node.name)) found.add(node.name);
      return;
    case 'filter':
      collect(node.of, bound, found);
      collect(node.by, new Set([...bound, 'item']), found);
      return;
    case 'context':
    case 'some':
    case 'every':
    case 'for': {
      const inner = new Set(bound);
      for (const entry of node.kind === 'context' ? node.entries : node.over) {
        collect(entry.value, inner, found);
        inner.add(entry.name);
      }
      if (node.kind !== 'context') collect(node.body, inner, found);
      return;
    }
    default:
      for (const child of childrenOf(node)) collect(child, bound, found);
  }
}

/** Where a node stands in the source text: first character and one past the last. */
export type Span = readonly [from: number, to: number];

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type BinaryOperator = ComparisonOperator | ArithmeticOperator | 'and' | 'or';

interface NodeBase {
  readonly at: Span;
}

/** `number` literals that are not safe integers keep their decimal text. */
export type ExpressionNode =
  | (NodeBase & { readonly kind: 'literal'; readonly value: string | number | boolean | null })
  | (NodeBase & { readonly kind: 'decimal'; readonly text: string })
  | (NodeBase & { readonly kind: 'name'; readonly name: string })
  | (NodeBase & { readonly kind: 'path'; readonly of: ExpressionNode; readonly name: string })
  | (NodeBase & { readonly kind: 'negate'; readonly of: ExpressionNode })
  | (NodeBase & {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    })
  | (NodeBase & {
      readonly kind: 'between';
      readonly of: ExpressionNode;
      readonly low: ExpressionNode;
      readonly high: ExpressionNode;
    })
  | (NodeBase & {
      readonly kind: 'in';
      readonly of: ExpressionNode;
      readonly tests: readonly ExpressionNode[];
    })
  /** Only as a test of `in`: `< 5`. */
  | (NodeBase & { readonly kind: 'test'; readonly operator: ComparisonOperator; readonly to: ExpressionNode })
  /** Only as a test of `in` or inside its list, as what an iteration goes through, and in functions of intervals. */
  | (NodeBase & {
      readonly kind: 'range';
      readonly low: ExpressionNode;
      readonly high: ExpressionNode;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    })
  | (NodeBase & {
      readonly kind: 'if';
      readonly condition: ExpressionNode;
      readonly whenTrue: ExpressionNode;
      readonly otherwise: ExpressionNode;
    })
  | (NodeBase & { readonly kind: 'list'; readonly items: readonly ExpressionNode[] })
  | (NodeBase & { readonly kind: 'context'; readonly entries: readonly NamedNode[] })
  | (NodeBase & { readonly kind: 'filter'; readonly of: ExpressionNode; readonly by: ExpressionNode })
  | (NodeBase & {
      readonly kind: 'some' | 'every' | 'for';
      readonly over: readonly NamedNode[];
      readonly body: ExpressionNode;
    })
  | (NodeBase & { readonly kind: 'call'; readonly name: string; readonly args: readonly ExpressionNode[] });

export interface NamedNode {
  readonly name: string;
  readonly value: ExpressionNode;
}

/** A parsed expression: plain JSON data, made once at publication and stored or cached by the caller. */
export interface ParsedExpression {
  readonly version: 1;
  readonly root: ExpressionNode;
}

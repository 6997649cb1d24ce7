import type { Token } from './lexer';
import {
  expressionProblem,
  type ExpressionProblem,
  type ReadingProblemCode,
  type ProblemParam,
} from './problem';
import type { ExpressionNode } from './syntax-tree';

/** Deepest tree that is made; a chain `a + b + c …` is as deep as it is long. */
export const MAX_DEPTH = 256;

/** Leaves the descent at the first problem; caught in `parseExpression`, never seen outside. */
export class Refusal {
  constructor(readonly problem: ExpressionProblem) {}
}

/** Steps through tokens, refuses what cannot be read, and watches the depth of what is made. */
export class TokenCursor {
  protected position = 0;
  private readonly depths = new WeakMap<ExpressionNode, number>();

  constructor(protected readonly tokens: readonly Token[]) {}

  protected peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)];
    if (!token) throw new Error('The token list always ends with an end token.');
    return token;
  }

  protected next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  protected at(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'sign' || token.kind === 'name');
  }

  protected skip(text: string): boolean {
    if (!this.at(text)) return false;
    this.position += 1;
    return true;
  }

  protected need(text: string): Token {
    if (!this.at(text)) this.unexpected({ vi: `“${text}”`, en: `“${text}”` });
    return this.next();
  }

  protected refuse(
    code: ReadingProblemCode,
    from: number,
    to: number,
    params: Readonly<Record<string, ProblemParam>>,
  ): never {
    throw new Refusal(expressionProblem(code, from, to, params));
  }

  protected unexpected(expected: ProblemParam): never {
    const token = this.peek();
    const unsupported = token.text === '**' || token.text === 'function' || token.text === 'instance';
    if (unsupported && token.kind !== 'text') {
      return this.refuse('syntax.unsupported', token.from, token.to, { found: token.text });
    }
    const found = token.kind === 'end' ? { vi: 'cuối biểu thức', en: 'the end' } : token.text.slice(0, 40);
    return this.refuse('syntax.unexpected', token.from, token.to, { found, expected });
  }

  protected tooDeep(from: number, to: number): never {
    return this.refuse('syntax.too-deep', from, to, { limit: MAX_DEPTH });
  }

  /** Records how deep the new node is, so that no later walk over the tree can run out of stack. */
  protected made(node: ExpressionNode, children: readonly ExpressionNode[]): ExpressionNode {
    let depth = 0;
    for (const child of children) depth = Math.max(depth, this.depths.get(child) ?? 0);
    if (depth >= MAX_DEPTH) this.tooDeep(node.at[0], node.at[1]);
    this.depths.set(node, depth + 1);
    return node;
  }
}

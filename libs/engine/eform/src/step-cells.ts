import type { AnswerValue } from '@mocua/contract';
import type { FeelValue } from '@mocua/engine/expression';
import type { ValueIssue } from './checked-value';
import type { EformProblem } from './eform-problem';

/** What one step of the evaluation found out. */
export type Cell = boolean | FieldCell | GroupsCell | RequireCell | RequireGroupsCell;

export interface FieldCell {
  /** The answer as it came in, kept while hidden so that showing the field again brings it back. */
  readonly raw: unknown;
  readonly visible: boolean;
  readonly value: AnswerValue;
  readonly issue: ValueIssue | null;
  /** As expressions see it. */
  readonly feel: FeelValue;
}

export interface GroupsCell {
  readonly raw: unknown;
  readonly visible: boolean;
  /** How many groups were sent; `groups` is padded to the minimum and cut at the maximum. */
  readonly sent: number;
  readonly groups: readonly ReadonlyMap<string, FieldCell>[];
  readonly feel: FeelValue;
}

export interface RequireCell {
  readonly required: boolean;
  readonly problems: readonly EformProblem[];
}

export interface RequireGroupsCell {
  /** Problems of the section itself. */
  readonly problems: readonly EformProblem[];
  readonly groups: readonly ReadonlyMap<string, RequireCell>[];
}

/** An immutable list in chunks: changing a few entries copies a few chunks, not the whole list. */
export class CellList {
  private static readonly chunkBits = 6;

  private constructor(private readonly chunks: readonly (readonly Cell[])[]) {}

  static of(cells: readonly Cell[]): CellList {
    const size = 1 << CellList.chunkBits;
    const chunks: Cell[][] = [];
    for (let at = 0; at < cells.length; at += size) chunks.push(cells.slice(at, at + size));
    return new CellList(chunks);
  }

  at(index: number): Cell | undefined {
    return this.chunks[index >> CellList.chunkBits]?.[index & ((1 << CellList.chunkBits) - 1)];
  }

  with(changes: ReadonlyMap<number, Cell>): CellList {
    const chunks = [...this.chunks];
    const copied = new Map<number, Cell[]>();
    for (const [index, cell] of changes) {
      const at = index >> CellList.chunkBits;
      const chunk = copied.get(at) ?? [...(chunks[at] ?? [])];
      chunk[index & ((1 << CellList.chunkBits) - 1)] = cell;
      copied.set(at, chunk);
      chunks[at] = chunk;
    }
    return new CellList(chunks);
  }
}

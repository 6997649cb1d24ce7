/**
 * What one endpoint's codes mean. Every endpoint has tables of its own: the same sign means other things elsewhere.
 *
 * @typeParam Ours - our own word
 */
export class CodeTable<Ours extends string> {
  private readonly theirs: ReadonlyMap<Ours, string>;

  /** @throws Error when two codes mean the same: the way back would be a guess */
  constructor(
    private readonly name: string,
    private readonly table: Readonly<Record<string, Ours>>,
  ) {
    this.theirs = new Map(Object.entries(table).map(([code, ours]) => [ours, code]));
    if (this.theirs.size !== Object.keys(table).length) throw new Error(`${name}: two codes mean the same.`);
  }

  /** @throws Error for a code that is not in the table: an answer that is not understood is not guessed at */
  read(code: string): Ours {
    const ours = Object.hasOwn(this.table, code) ? this.table[code] : undefined;
    if (ours === undefined) throw new Error(`${this.name}: unknown code.`);
    return ours;
  }

  /** Null for nothing and for an empty code. @throws Error for an unknown one */
  readOptional(code: string | null | undefined): Ours | null {
    return code === null || code === undefined || code === '' ? null : this.read(code);
  }

  /** @throws Error for a word without a code over there */
  write(ours: Ours): string {
    const code = this.theirs.get(ours);
    if (code === undefined) throw new Error(`${this.name}: no code for ${ours}.`);
    return code;
  }
}

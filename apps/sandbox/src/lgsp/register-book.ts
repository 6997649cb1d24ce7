import { readFile, rename, writeFile } from 'node:fs/promises';

/** One question that a register was asked, as registers keep it. */
export interface LookUp {
  readonly at: string;
  readonly service: string;
  readonly requestId: string;
  readonly procedureCode: string;
  readonly agencyCode: string;
  readonly requester: string;
  readonly found: boolean;
}

/** What a tester changed about a person since the demo data were written. */
export interface PersonChange {
  readonly detail?: string;
  readonly diedOn?: string;
  readonly updatedOn: string;
}

interface Kept {
  readonly lookUps: readonly LookUp[];
  readonly changes: Readonly<Record<string, PersonChange>>;
}

const keptLookUps = 1_000;

/** What the registers remember: every question, and the changes made by hand; in one file that is replaced as a whole. */
export class RegisterBook {
  private readonly answered = new Map<string, { question: string; answer: unknown }>();
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private lookUps: LookUp[],
    private readonly changes: Map<string, PersonChange>,
  ) {}

  static async open(path: string): Promise<RegisterBook> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{"lookUps":[],"changes":{}}';
      throw error;
    });
    const kept = JSON.parse(text) as Kept;
    return new RegisterBook(path, [...kept.lookUps], new Map(Object.entries(kept.changes)));
  }

  /**
   * Answers a question once: its repetition under the same number gets the same answer and is not counted again.
   *
   * @returns `reused` when the number stands for another question already
   */
  async ask<T>(
    question: string,
    asked: Omit<LookUp, 'at' | 'found'>,
    look: () => T | null,
  ): Promise<T | 'reused' | null> {
    const key = `${asked.service}/${asked.requestId}`;
    const before = this.answered.get(key);
    if (before !== undefined) return before.question === question ? (before.answer as T | null) : 'reused';
    const answer = look();
    this.answered.set(key, { question, answer });
    this.lookUps = [
      { ...asked, at: new Date().toISOString(), found: answer !== null },
      ...this.lookUps,
    ].slice(0, keptLookUps);
    await this.save();
    return answer;
  }

  changeOf(personalId: string): PersonChange | undefined {
    return this.changes.get(personalId);
  }

  async change(personalId: string, change: PersonChange): Promise<void> {
    this.changes.set(personalId, { ...this.changes.get(personalId), ...change });
    await this.save();
  }

  /** Newest first. */
  list(): readonly LookUp[] {
    return this.lookUps;
  }

  private save(): Promise<void> {
    this.writing = this.writing.then(async () => {
      const kept: Kept = { lookUps: this.lookUps, changes: Object.fromEntries(this.changes) };
      await writeFile(`${this.path}.new`, JSON.stringify(kept));
      await rename(`${this.path}.new`, this.path);
    });
    return this.writing;
  }
}

import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** A paper with the words of the wire. */
export type WirePaper = Readonly<Record<string, string | null>>;

export interface Question {
  readonly at: string;
  readonly requestId: string;
  readonly basis: string;
  readonly found: number;
}

interface Kept {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly papers: Readonly<Record<string, WirePaper>>;
  readonly questions: readonly Question[];
}

const keptQuestions = 500;

/** What the national store remembers: its key, papers that provinces deposited and who asked; in one file, replaced as a whole. */
export class PaperBook {
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private kept: Kept,
  ) {}

  static async open(path: string): Promise<PaperBook> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text !== null) return new PaperBook(path, JSON.parse(text) as Kept);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const book = new PaperBook(path, {
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      papers: {},
      questions: [],
    });
    await book.save();
    return book;
  }

  get publicKey(): string {
    return this.kept.publicKey;
  }

  get questions(): readonly Question[] {
    return this.kept.questions;
  }

  seal(text: string): string {
    return sign(null, Buffer.from(text), this.kept.privateKey).toString('base64');
  }

  papers(): readonly WirePaper[] {
    return Object.values(this.kept.papers);
  }

  /** Inserts or updates; the same again changes nothing. */
  async put(paper: WirePaper): Promise<'THEM_MOI' | 'CAP_NHAT' | 'KHONG_DOI'> {
    const code = paper['MaGiayTo'] ?? '';
    const before = this.kept.papers[code];
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(paper)) return 'KHONG_DOI';
    this.kept = { ...this.kept, papers: { ...this.kept.papers, [code]: paper } };
    await this.save();
    return before === undefined ? 'THEM_MOI' : 'CAP_NHAT';
  }

  async note(question: Question): Promise<void> {
    this.kept = { ...this.kept, questions: [question, ...this.kept.questions].slice(0, keptQuestions) };
    await this.save();
  }

  private async save(): Promise<void> {
    const text = JSON.stringify(this.kept);
    this.writing = this.writing.then(async () => {
      await writeFile(`${this.path}.new`, text);
      await rename(`${this.path}.new`, this.path);
    });
    await this.writing;
  }
}

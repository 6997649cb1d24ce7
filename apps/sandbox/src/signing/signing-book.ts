import { type FileHandle, open, readFile } from 'node:fs/promises';

/** A request somebody is to confirm on their phone. */
export interface SigningTransaction {
  readonly transactionId: string;
  readonly credentialId: string;
  /** SHA-256 to be signed, hex. */
  readonly digest: string;
  readonly title: string;
  /** ISO instants. */
  readonly askedAt: string;
  readonly expiresAt: string;
}

export type SigningStatus = 'WAITING' | 'SUCCESS' | 'REJECTED' | 'EXPIRED';

interface Answer {
  readonly transactionId: string;
  readonly status: 'SUCCESS' | 'REJECTED';
  /** Base64; only of a confirmed one. */
  readonly signature: string | null;
}

type Line = { readonly asked: SigningTransaction } | { readonly answered: Answer };

/** What was asked and answered, in an append-only file. */
export class SigningBook {
  private readonly asked = new Map<string, SigningTransaction>();
  private readonly answers = new Map<string, Answer>();
  private writing = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<SigningBook> {
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const book = new SigningBook(await open(path, 'a'));
    for (const line of known.split('\n').filter((each) => each !== '')) book.take(JSON.parse(line) as Line);
    return book;
  }

  /** Newest first. */
  list(): readonly SigningTransaction[] {
    return [...this.asked.values()].reverse();
  }

  find(transactionId: string): SigningTransaction | undefined {
    return this.asked.get(transactionId);
  }

  /** The same request again changes nothing; false when its id comes with something else to sign. */
  async ask(transaction: SigningTransaction): Promise<boolean> {
    const known = this.asked.get(transaction.transactionId);
    if (known) return known.digest === transaction.digest && known.credentialId === transaction.credentialId;
    await this.write({ asked: transaction });
    return true;
  }

  /** The first answer counts; false when there is one, or the time is over. */
  async answer(answered: Answer): Promise<boolean> {
    if (this.statusOf(answered.transactionId) !== 'WAITING') return false;
    await this.write({ answered });
    return true;
  }

  statusOf(transactionId: string): SigningStatus | null {
    const transaction = this.asked.get(transactionId);
    if (!transaction) return null;
    const answered = this.answers.get(transactionId);
    if (answered) return answered.status;
    return Date.parse(transaction.expiresAt) <= Date.now() ? 'EXPIRED' : 'WAITING';
  }

  signatureOf(transactionId: string): string | null {
    return this.answers.get(transactionId)?.signature ?? null;
  }

  /** Lets a request run out at once, as time would. */
  async expire(transactionId: string): Promise<void> {
    const transaction = this.asked.get(transactionId);
    if (transaction) await this.write({ asked: { ...transaction, expiresAt: new Date().toISOString() } });
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private async write(line: Line): Promise<void> {
    this.take(line);
    this.writing = this.writing.then(() => this.file.appendFile(`${JSON.stringify(line)}\n`));
    await this.writing;
  }

  private take(line: Line): void {
    if ('asked' in line) this.asked.set(line.asked.transactionId, line.asked);
    else this.answers.set(line.answered.transactionId, line.answered);
  }
}

import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { deliver } from '../faults/deliver';
import type { Faults } from '../faults/faults';

/** One message to the province, in the words of the wire. */
export interface ProvinceMessage {
  readonly MaThongDiep: string;
  readonly LoaiThongDiep: 'NopHoSo' | 'BoSungHoSo' | 'SuaHoSo' | 'RutHoSo' | 'TrangThaiHoSo';
  readonly MaHoSo: string;
  readonly [field: string]: unknown;
}

export interface Mail {
  readonly message: ProvinceMessage;
  /** Null while it is on its way; else what the province answered. */
  answer: string | null;
  attempts: number;
}

export interface ProvinceAddress {
  readonly url: string;
  readonly secret: string;
}

const firstWaitMs = 500;
const longestWaitMs = 30_000;
const answerMs = 10_000;

/**
 * Messages to the province: those of one dossier in order, each again and again until the province has answered. Kept in a
 * file, so that a restart forgets none.
 */
export class ProvinceMail {
  private readonly mails: Mail[] = [];
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly closing = new AbortController();

  private constructor(
    private readonly file: FileHandle,
    private readonly address: ProvinceAddress,
    private readonly faults: Faults,
  ) {}

  static async open(path: string, address: ProvinceAddress, faults: Faults): Promise<ProvinceMail> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const mail = new ProvinceMail(await open(path, 'a'), address, faults);
    const answers = new Map<string, string>();
    const messages: ProvinceMessage[] = [];
    for (const line of text.split('\n').filter((each) => each !== '')) {
      const { message, answered } = JSON.parse(line) as {
        message?: ProvinceMessage;
        answered?: readonly [string, string];
      };
      if (message) messages.push(message);
      if (answered) answers.set(answered[0], answered[1]);
    }
    for (const message of messages) mail.take(message, answers.get(message.MaThongDiep) ?? null);
    return mail;
  }

  /** Posts a message and answers at once; it leaves when those before it have been answered. */
  async post(message: Omit<ProvinceMessage, 'MaThongDiep'> & { MaThongDiep?: string }): Promise<Mail> {
    const whole = { MaThongDiep: randomUUID(), ...message } as ProvinceMessage;
    await this.file.appendFile(`${JSON.stringify({ message: whole })}\n`);
    return this.take(whole, null);
  }

  /** Messages about a dossier, oldest first. */
  of(code: string): readonly Mail[] {
    return this.mails.filter(({ message }) => message.MaHoSo === code);
  }

  /** Resolves when everything posted so far was answered. */
  async settled(): Promise<void> {
    await Promise.all(this.lanes.values());
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.lanes.values());
    await this.file.close();
  }

  private take(message: ProvinceMessage, answer: string | null): Mail {
    const mail: Mail = { message, answer, attempts: 0 };
    this.mails.push(mail);
    if (answer === null) {
      const before = this.lanes.get(message.MaHoSo) ?? Promise.resolve();
      this.lanes.set(
        message.MaHoSo,
        before.then(() => this.send(mail)),
      );
    }
    return mail;
  }

  private async send(mail: Mail): Promise<void> {
    const body = JSON.stringify(mail.message);
    while (!this.closing.signal.aborted && mail.answer === null) {
      mail.attempts += 1;
      try {
        const answer = await deliver(
          this.faults,
          'dvcqg-out',
          { path: new URL(this.address.url).pathname, body },
          () => this.push(body),
        );
        mail.answer = answer;
        await this.file.appendFile(`${JSON.stringify({ answered: [mail.message.MaThongDiep, answer] })}\n`);
      } catch {
        await this.pause(Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(mail.attempts - 1, 10)));
      }
    }
  }

  /** What the province answered. @throws when it gave no answer that ends the matter */
  private async push(body: string): Promise<string> {
    const response = await fetch(this.address.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${this.address.secret}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(answerMs)]),
    });
    if (response.status !== 200) throw new Error(`the province answered ${response.status}`);
    const { error_code: code, message } = (await response.json()) as { error_code: string; message: string };
    return `${code} ${message}`.trim();
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.closing;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(finish, ms);
      function finish(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      }
      signal.addEventListener('abort', finish);
    });
  }
}

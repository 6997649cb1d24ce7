import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export type MessageKind = 'sms' | 'email' | 'zalo';

export interface Message {
  readonly messageId: string;
  readonly kind: MessageKind;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly receivedAt: string;
}

/** Every message that was sent, in an append-only file of one JSON document a line. */
export class MessageLog {
  private readonly byId = new Map<string, Message>();
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<MessageLog> {
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const log = new MessageLog(await open(path, 'a'));
    for (const line of known.split('\n')) log.take(line);
    // A line that a crash cut off must not swallow the next message.
    if (known !== '' && !known.endsWith('\n')) await log.file.appendFile('\n');
    return log;
  }

  /** Adds a message; false when its id has been seen already. */
  async add(message: Message): Promise<boolean> {
    const key = `${message.kind}/${message.messageId}`;
    if (this.byId.has(key)) {
      await this.writing;
      return false;
    }
    this.byId.set(key, message);
    this.writing = this.writing.then(() => this.file.appendFile(`${JSON.stringify(message)}\n`));
    await this.writing;
    return true;
  }

  /** Newest first. */
  list(): readonly Message[] {
    return [...this.byId.values()].reverse();
  }

  private take(line: string): void {
    if (line === '') return;
    try {
      const message = JSON.parse(line) as Message;
      this.byId.set(`${message.kind}/${message.messageId}`, message);
    } catch {
      // The process died while it wrote this line; its sender has had no answer and sends again.
    }
  }
}

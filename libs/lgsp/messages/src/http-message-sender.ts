import {
  type Email,
  MessageRefused,
  MessageSender,
  type Sms,
  type ZaloMessage,
} from '@mocua/server/notification';
import { postJson } from './post-json';
import type { ZaloAccount } from './zalo-account';

/** Answers about the message itself. Any other failure, a wrong address of the gateway included, must not lose it. */
const refusals: ReadonlySet<number> = new Set([400, 413, 422]);

export interface SenderOptions {
  /** Until the answer is there; a hanging gateway must not hold the round. */
  readonly timeoutMs?: number;
  /** The official account; without it nothing goes to Zalo. */
  readonly zalo?: ZaloAccount;
}

/**
 * Hands messages to a gateway over HTTP: `POST /sms` and `POST /email` with `{messageId, to, text, subject?}`.
 * The gateway recognises a repeated `messageId`, so an answer that was lost costs nothing.
 */
export class HttpMessageSender extends MessageSender {
  /** @param baseUrl - for example `http://localhost:4000/messages` */
  constructor(
    private readonly baseUrl: string,
    private readonly options: SenderOptions = {},
  ) {
    super();
  }

  override sms(message: Sms): Promise<void> {
    return this.post('sms', message);
  }

  override email(message: Email): Promise<void> {
    return this.post('email', message);
  }

  override async zalo(message: ZaloMessage): Promise<void> {
    if (!this.options.zalo) throw new Error('There is no account at Zalo.');
    await this.options.zalo.send(message);
  }

  private async post(kind: 'sms' | 'email', message: Sms | Email): Promise<void> {
    const { timeoutMs = 5000 } = this.options;
    const { status } = await postJson('The message gateway', `${this.baseUrl}/${kind}`, message, {
      timeoutMs,
    });
    if (status >= 200 && status < 300) return;
    if (refusals.has(status)) throw new MessageRefused(status);
    throw new Error(`The message gateway answered ${status}.`);
  }
}

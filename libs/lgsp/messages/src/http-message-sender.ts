import { type Email, MessageRefused, MessageSender, type Sms } from '@mocua/server/notification';

/** Answers about the message itself. Any other failure, a wrong address of the gateway included, must not lose it. */
const refusals: ReadonlySet<number> = new Set([400, 413, 422]);

/**
 * Hands messages to a gateway over HTTP: `POST /sms` and `POST /email` with `{messageId, to, text, subject?}`.
 * The gateway recognises a repeated `messageId`, so an answer that was lost costs nothing.
 */
export class HttpMessageSender extends MessageSender {
  /**
   * @param baseUrl - for example `http://localhost:4000/messages`
   * @param timeoutMs - until the answer is there; a hanging gateway must not hold the relay
   */
  constructor(
    private readonly baseUrl: string,
    private readonly timeoutMs = 5000,
  ) {
    super();
  }

  override sms(message: Sms): Promise<void> {
    return this.post('sms', message);
  }

  override email(message: Email): Promise<void> {
    return this.post('email', message);
  }

  private async post(kind: 'sms' | 'email', message: Sms | Email): Promise<void> {
    const status = await this.statusOf(`${this.baseUrl}/${kind}`, JSON.stringify(message));
    if (status >= 200 && status < 300) return;
    if (refusals.has(status)) throw new MessageRefused(status);
    throw new Error(`The message gateway answered ${status}.`);
  }

  private async statusOf(url: string, body: string): Promise<number> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'unknown';
      throw new Error(`The message gateway could not be reached (${kind}).`, { cause: error });
    }
  }
}

import { LgspFailure, type Operation, type ServiceClient, type ServiceDescription } from '@mocua/lgsp/client';
import { type Email, MessageRefused, type Sms } from '@mocua/server/notification';

/** Answers about the message itself. Any other failure, a wrong address of the gateway included, must not lose it. */
const refusals: ReadonlySet<number | undefined> = new Set([400, 413, 422]);

/**
 * Gateway of text messages and e-mail: `POST /sms` and `POST /email` with `{messageId, to, text, subject?}`. It recognises
 * a repeated `messageId`, so an answer that was lost costs nothing.
 */
export class MessageGateway {
  constructor(
    private readonly service: ServiceDescription,
    private readonly client: ServiceClient,
  ) {}

  /** @throws MessageRefused, LgspFailure */
  sms({ messageId, to, text }: Sms): Promise<void> {
    return this.hand('sms', { messageId, to, text });
  }

  /** @throws MessageRefused, LgspFailure */
  email({ messageId, to, text, subject }: Email): Promise<void> {
    return this.hand('email', { messageId, to, text, subject });
  }

  private async hand(kind: 'sms' | 'email', message: Readonly<Record<string, string>>): Promise<void> {
    try {
      await this.client.call(this.operation(kind), message, { idempotencyKey: message['messageId'] ?? '' });
    } catch (error) {
      const status = error instanceof LgspFailure ? error.status : undefined;
      throw refusals.has(status) ? new MessageRefused(status ?? 0) : error;
    }
  }

  /** What it answers besides its status is of no use. */
  private operation(name: 'sms' | 'email'): Operation<Readonly<Record<string, string>>, void> {
    const encode = (body: Readonly<Record<string, string>>) => ({ path: name, body });
    return { service: this.service, name, method: 'POST', idempotent: true, encode, decode: () => undefined };
  }
}

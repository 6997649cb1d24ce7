import type { ReceiverAnswer } from './domain/delivery-plan';

/** Port: the way out to receivers. It follows no redirect and reaches no internal address. */
export abstract class WebhookSender {
  /** Whether the address can be called at all; asked before a subscription is taken. */
  abstract mayCall(url: string): boolean;

  /** One try. Never throws for what the receiver does. The body of the answer is read nowhere. */
  abstract send(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<ReceiverAnswer>;
}

import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { MessageRefused, type ZaloMessage } from '@mocua/server/notification';
import { z } from 'zod';

export interface ZaloOptions {
  readonly token: string;
  /**
   * Number the operator gave to each approved text, by our name of it (`zalo.received.vi@1`); null where it knows the texts
   * by our names, as the sandbox does.
   */
  readonly templates: ReadonlyMap<string, string> | null;
}

/** Nobody approved these words. */
const notApproved = -109;

/**
 * Codes that are about this receiver or this message: a number that is none (-108), one without an account (-118), one that
 * takes no such messages (-114, -119), words nobody approved. Every other is about us or them, and passes.
 */
const refusals: ReadonlySet<number> = new Set([-108, notApproved, -114, -118, -119]);

const answered = z.object({ error: z.int() });

interface Wanted {
  readonly message: ZaloMessage;
  /** As the operator calls it. */
  readonly template: string;
}

/**
 * Sends messages of the province's official account to telephone numbers. The operator keeps the approved words by template;
 * what leaves is the number, the template and three facts, none of them personal.
 */
export class ZaloAccount {
  private readonly operation: Operation<Wanted, number>;

  constructor(
    service: ServiceDescription,
    private readonly client: ServiceClient,
    private readonly options: ZaloOptions,
  ) {
    this.operation = {
      service,
      name: 'template',
      method: 'POST',
      idempotent: true,
      encode: ({ message: { messageId, to, facts }, template }) => ({
        path: 'message/template',
        headers: { access_token: options.token },
        body: {
          phone: internationalNumber(to),
          template_id: template,
          template_data: { ma_ho_so: facts.code, cong: facts.portal, duong_day_nong: facts.hotline },
          tracking_id: messageId,
        },
      }),
      decode: (answer) => answered.parse(answer).error,
    };
  }

  /** @throws MessageRefused, LgspFailure, Error with the code of an answer that is no yes */
  async send(message: ZaloMessage): Promise<void> {
    const { templates } = this.options;
    const template = templates === null ? message.template : templates.get(message.template);
    if (template === undefined) throw new MessageRefused(notApproved);
    // It answers 200 to everything: only its own zero is a yes.
    const error = await this.client.call(
      this.operation,
      { message, template },
      { idempotencyKey: message.messageId },
    );
    if (error === 0) return;
    if (refusals.has(error)) throw new MessageRefused(error);
    throw new Error(`Zalo answered with ${error}.`);
  }
}

/** `0900000102` and `+84900000102` as `84900000102`. */
function internationalNumber(phone: string): string {
  return phone.startsWith('+') ? phone.slice(1) : phone.replace(/^0/u, '84');
}

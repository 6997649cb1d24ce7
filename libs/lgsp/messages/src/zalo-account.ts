import { MessageRefused, type ZaloMessage } from '@mocua/server/notification';
import { postJson } from './post-json';

export interface ZaloOptions {
  /** Without a trailing slash. */
  readonly url: string;
  readonly token: string;
  readonly timeoutMs?: number;
}

/**
 * Codes that are about this receiver or this message: a number that is none (-108), one without an account (-118), one that
 * takes no such messages (-114, -119), words nobody approved (-109). Every other is about us or them, and passes.
 */
const refusals: ReadonlySet<number> = new Set([-108, -109, -114, -118, -119]);

/**
 * Sends messages of the province's official account to telephone numbers. The operator keeps the approved words by template;
 * what leaves is the number, the template and three facts, none of them personal.
 */
export class ZaloAccount {
  constructor(private readonly options: ZaloOptions) {}

  /** @throws MessageRefused */
  async send({ messageId, to, template, facts }: ZaloMessage): Promise<void> {
    const { url, token, timeoutMs = 5000 } = this.options;
    const wire = {
      phone: internationalNumber(to),
      template_id: template,
      template_data: { ma_ho_so: facts.code, cong: facts.portal, duong_day_nong: facts.hotline },
      tracking_id: messageId,
    };
    const { status, body } = await postJson('Zalo', `${url}/message/template`, wire, {
      timeoutMs,
      headers: { access_token: token },
    });
    const code = body?.['error'];
    // It answers 200 to everything: only its own zero is a yes.
    if (status === 200 && code === 0) return;
    if (status === 200 && typeof code === 'number' && refusals.has(code)) throw new MessageRefused(code);
    throw new Error(`Zalo answered ${status}${typeof code === 'number' ? ` with ${code}` : ''}.`);
  }
}

/** `0900000102` and `+84900000102` as `84900000102`. */
function internationalNumber(phone: string): string {
  return phone.startsWith('+') ? phone.slice(1) : phone.replace(/^0/u, '84');
}

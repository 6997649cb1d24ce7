import { type Handler, readJsonObject, RequestError, sendJson } from '../web/exchange';
import type { MessageLog } from './message-log';
import type { CarrierAccounts, Receipts } from './receipts';

/** The names under which words were approved. */
const templateName = /^zalo\.[a-z-]+\.(?:vi|en)@\d+$/u;

/**
 * Zalo: `POST /zalo/message/template` sends approved words to the account behind a telephone number. It answers 200 to
 * everything; `error` says whether it did.
 */
export function zaloRoutes(
  log: MessageLog,
  receipts: Receipts,
  { zalo }: Pick<CarrierAccounts, 'zalo'>,
): Handler {
  return async (request, response, url) => {
    if (request.method !== 'POST' || url.pathname !== '/zalo/message/template')
      throw new RequestError(404, 'there is nothing at this address');
    const {
      phone,
      template_id: template,
      template_data: data,
      tracking_id: id,
    } = await readJsonObject(request);
    const refuse = (error: number, message: string): void => sendJson(response, 200, { error, message });
    if (request.headers['access_token'] !== zalo.token) return refuse(-124, 'Access token is invalid');
    if (typeof phone !== 'string' || !/^84\d{9,10}$/u.test(phone))
      return refuse(-108, 'Phone number is invalid');
    if (typeof template !== 'string' || !templateName.test(template))
      return refuse(-109, 'Template ID is invalid');
    if (typeof id !== 'string' || id === '' || id.length > 48) return refuse(-1321, 'Tracking ID is invalid');
    const to = `0${phone.slice(2)}`;
    if (receipts.isDead(to)) return refuse(-118, 'Zalo account does not exist');
    const message = {
      messageId: id,
      kind: 'zalo',
      to,
      subject: template,
      text: JSON.stringify(data),
      receivedAt: new Date().toISOString(),
    } as const;
    if (await log.add(message)) receipts.tell(message);
    sendJson(response, 200, { error: 0, message: 'Success', data: { msg_id: `zalo-${id}` } });
  };
}

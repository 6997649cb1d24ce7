import { join } from 'node:path';
import type { Faults } from '../faults/faults';
import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import { ParcelBook, stateNames } from './parcel-book';
import { ParcelNews, type PostCustomer } from './parcel-news';
import { postPage } from './post-page';
import { postTime } from './post-time';

export interface PostSettings extends PostCustomer {
  readonly folder: string;
}

type Message = Readonly<Record<string, unknown>>;

export interface OpenedPost {
  readonly handler: Handler;
  close(): Promise<void>;
}

/**
 * The post: `POST /post/order`, `/post/getOrderTracking` and `/post/cancel` for customers with their token, `/post` for a
 * tester who moves parcels by hand. A receiver without a telephone number that begins with 0 or +84, or in a place whose
 * name holds “không phục vụ”, is refused.
 */
export async function openPostArea(settings: PostSettings, faults: Faults): Promise<OpenedPost> {
  const book = await ParcelBook.open(join(settings.folder, 'post.jsonl'));
  const news = new ParcelNews(settings, faults);
  const handler: Handler = async (request, response, url) => {
    const [, , page = '', reference = ''] = url.pathname.split('/');
    const operation = request.method === 'POST' ? operations[page] : undefined;
    if (operation) {
      const message = await readJsonObject(request);
      const knows = request.headers['access_token'] === settings.token;
      if (!knows || message['CustomerCode'] !== settings.customer)
        return sendJson(response, 401, { Status: '401', Message: 'Sai mã khách hàng' });
      return sendJson(response, 200, await operation(message, book));
    }
    if (page === '' && request.method === 'GET') {
      if (wantsJson(request, url)) return sendJson(response, 200, shown(book));
      return sendPage(response, { title: 'Bưu chính công ích (giả lập)', body: postPage(book) });
    }
    if (page !== 'buu-gui' || request.method !== 'POST') throw new RequestError(404, 'nothing here');
    const form = new URLSearchParams(await readBody(request));
    const name = decodeURIComponent(reference);
    const code = book.nextOf(name).find((each) => each === form.get('code'));
    if (code === undefined) throw new RequestError(409, 'this cannot happen to the parcel now');
    news.tell(await book.move(name, code, (form.get('place') ?? '').slice(0, 100)));
    response.writeHead(303, { location: '/post' }).end();
  };
  return {
    handler,
    close: async () => {
      await news.close();
      await book.close();
    },
  };
}

/** Everything, for tests. */
function shown(book: ParcelBook) {
  return book.list().map((order) => ({
    ...order,
    cancelled: book.isCancelled(order.reference),
    states: book.movementsOf(order.reference).map(({ code }) => stateNames[code]),
  }));
}

const operations: Readonly<Record<string, (message: Message, book: ParcelBook) => Promise<Message>>> = {
  order: takeOrder,
  getOrderTracking: (message, book) => Promise.resolve(track(message, book)),
  cancel: async (message, book) => {
    const reference = text(message['OrderNumber']);
    if (!book.order(reference)) return { Status: '404', Message: 'Không có đơn hàng' };
    return (await book.cancel(reference))
      ? { Status: '100', Message: 'Thành công' }
      : { Status: '409', Message: 'Bưu gửi đã được thu gom' };
  },
};

async function takeOrder(message: Message, book: ParcelBook): Promise<Message> {
  const [reference, name, phone, address, province] = [
    'OrderNumber',
    'ReceiverName',
    'ReceiverTel',
    'ReceiverAddress',
    'ReceiverProvince',
  ].map((field) => text(message[field])) as [string, string, string, string, string];
  const whole = `${address}, ${province}`;
  const served = /^(?:0|\+84)\d{9,10}$/u.test(phone) && !/không phục vụ/iu.test(whole);
  if (reference === '' || name === '' || address === '' || !served || message['CODAmount'] !== 0)
    return { Status: '400', Message: 'Không nhận được yêu cầu với thông tin này' };
  const order = await book.add({
    reference,
    description: text(message['Description']),
    paidBy: text(message['PostagePaidBy']),
    sender: text(message['SenderName']),
    receiver: { name, phone, address: whole },
  });
  if (!order) return { Status: '400', Message: 'Trùng số đơn hàng với thông tin khác' };
  return { Status: '100', Message: 'Thành công', ItemCode: order.itemCode };
}

function track(message: Message, book: ParcelBook): Message {
  const order = book.order(text(message['orderNumber']));
  if (!order) return { Status: '404', Message: 'Không có đơn hàng' };
  const [lastId, pageSize] = [Number(message['lastId'] ?? 0), Number(message['pageSize'] ?? 50)];
  const data = book
    .movementsOf(order.reference)
    .filter(({ id }) => id > lastId)
    .slice(0, Math.min(Math.max(pageSize, 1), 200))
    .map(({ id, code, at, place }) => ({
      id,
      statusCode: code,
      statusName: stateNames[code],
      statusDate: postTime(at),
      location: place,
    }));
  return { Status: '100', ItemCode: order.itemCode, data };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

import { join } from 'node:path';
import type { Faults } from '../faults/faults';
import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import { PaymentCalls, type ProvinceAccount } from './payment-calls';
import { type Movement, PaymentBooks, type PaymentOrder } from './payment-books';
import { listPage, payPage } from './payment-pages';
import { sign, signedParts, vietnamTime } from './signature';

export interface PaymentSettings extends ProvinceAccount {
  readonly folder: string;
  readonly origin: string;
  readonly portalOrigins: readonly string[];
}

type Message = Readonly<Record<string, unknown>>;

export interface OpenedPayment {
  readonly handler: Handler;
  close(): Promise<void>;
}

/**
 * The payment platform: `POST /payment/api` takes its messages, `/payment/tra-tien/<reference>` is the page on which people
 * pay, `/payment` shows everything and lets a tester pay another amount.
 */
export async function openPaymentArea(settings: PaymentSettings, faults: Faults): Promise<OpenedPayment> {
  const books = await PaymentBooks.open(join(settings.folder, 'payment.jsonl'));
  const callbacks = new PaymentCalls(settings, faults);
  const handler: Handler = async (request, response, url) => {
    const [, , page = '', reference = ''] = url.pathname.split('/');
    if (page === 'api' && request.method === 'POST')
      return sendJson(response, 200, await answer(await readJsonObject(request), books, settings));
    if (page === '' && request.method === 'GET') {
      if (wantsJson(request, url)) return sendJson(response, 200, books.list());
      return sendPage(response, { title: 'Nền tảng thanh toán', body: listPage(books) });
    }
    const order = page === 'tra-tien' ? books.order(reference) : undefined;
    if (!order) throw new RequestError(404, 'there is no such order');
    if (request.method === 'POST') {
      const form = new URLSearchParams(await readBody(request));
      const amount = Number(form.get('amount') ?? order.amount);
      if (!Number.isSafeInteger(amount) || amount < 1) throw new RequestError(400, 'amount is whole đồng');
      // The page of a person pays once; a tester may pay again from the list.
      if (form.get('again') === 'yes' || books.paymentsOf(reference).length === 0)
        callbacks.tell(await books.pay(reference, amount));
      const back = form.get('again') === 'yes' ? '/payment' : order.returnUrl;
      response.writeHead(303, { location: back }).end();
      return;
    }
    sendPage(response, {
      title: 'Thanh toán (giả lập)',
      body: payPage(order, books.paymentsOf(reference)),
      formTargets: settings.portalOrigins,
    });
  };
  return {
    handler,
    close: async () => {
      await callbacks.close();
      await books.close();
    },
  };
}

async function answer(message: Message, books: PaymentBooks, settings: PaymentSettings): Promise<Message> {
  const kind = String(message['LoaiBanTin']) as keyof typeof signedParts;
  const fields = Object.hasOwn(signedParts, kind) ? signedParts[kind] : undefined;
  if (fields === undefined || kind === 'NOTIFY') return { MaLoi: '98', MoTaLoi: 'Loại bản tin không hợp lệ' };
  if (
    message['MaDoiTac'] !== settings.partner ||
    message['MaXacThuc'] !== sign(message, fields, settings.secret)
  )
    return { MaLoi: '97', MoTaLoi: 'Sai mã xác thực' };
  const reference = String(message['MaThamChieu']);
  switch (kind) {
    case 'INIT':
      return init(message, books, settings);
    case 'CONFIRM':
      return { MaLoi: '00', MaThamChieu: reference, TrangThai: standingOf(books, reference) };
    case 'GET_BILL':
      return {
        MaLoi: '00',
        MaThamChieu: reference,
        GiaoDich: books.paymentsOf(reference).map(paymentOf),
        UrlBienLai: `${settings.origin}/payment/tra-tien/${reference}`,
      };
    case 'REFUND': {
      const done = await books.refund(reference, String(message['MaGiaoDich']), Number(message['SoTien']));
      if (!done) return { MaLoi: '03', MoTaLoi: 'Giao dịch không hoàn được' };
      return { MaLoi: '00', MaGiaoDichHoan: done.transactionId, ThoiGianTT: vietnamTime(done.at) };
    }
    case 'STATEMENT': {
      const movements = books.ofDay(String(message['NgayDoiSoat']));
      const lines = movements.map((each) => ({
        Loai: each.kind,
        MaThamChieu: each.reference,
        ...paymentOf(each),
      }));
      return { MaLoi: '00', GiaoDich: lines };
    }
  }
}

async function init(message: Message, books: PaymentBooks, settings: PaymentSettings): Promise<Message> {
  const {
    MaThamChieu: reference,
    SoTien: amount,
    UrlTraVe: back,
    ThoiGianHetHan: ends,
    ThongTinGiaoDich,
  } = message;
  const bill = (message['ThongTinBienLai'] ?? {}) as { MaHoSo?: unknown; PhiLePhi?: { SoTien?: unknown }[] };
  const sum = (bill.PhiLePhi ?? []).reduce((total, line) => total + Number(line.SoTien), 0);
  const isKnownPortal = settings.portalOrigins.some((origin) => String(back).startsWith(`${origin}/`));
  if (
    typeof reference !== 'string' ||
    typeof amount !== 'number' ||
    sum !== amount ||
    amount < 1 ||
    !isKnownPortal
  )
    return { MaLoi: '02', MoTaLoi: 'Bản tin không hợp lệ' };
  const order: PaymentOrder = {
    reference,
    amount,
    text: String(ThongTinGiaoDich),
    dossierCode: String(bill.MaHoSo),
    returnUrl: String(back),
    expiresAt: instantOf(String(ends)),
  };
  if (!(await books.addOrder(order))) return { MaLoi: '04', MoTaLoi: 'Trùng mã tham chiếu' };
  return {
    MaLoi: '00',
    MaThamChieu: reference,
    UrlThanhToan: `${settings.origin}/payment/tra-tien/${reference}`,
  };
}

function standingOf(books: PaymentBooks, reference: string): string {
  if (books.paymentsOf(reference).length > 0) return 'DA_THANH_TOAN';
  const order = books.order(reference);
  if (!order) return 'KHONG_CO';
  return Date.parse(order.expiresAt) <= Date.now() ? 'HET_HAN' : 'CHUA_THANH_TOAN';
}

function paymentOf({ transactionId, amount, at }: Movement): Message {
  return { MaGiaoDich: transactionId, SoTien: amount, ThoiGianTT: vietnamTime(at) };
}

function instantOf(time: string): string {
  const text = time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u, '$1-$2-$3T$4:$5:$6+07:00');
  return new Date(text).toISOString();
}

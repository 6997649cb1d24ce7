import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openNationalPortal } from './dvcqg/national-portal';
import { Faults } from './faults/faults';
import { faultRoutes } from './faults/fault-routes';
import { underFaults } from './faults/strike';
import { openDocumentManagementArea } from './document-management/document-routes';
import { officerDirectory, vneidDirectory } from './identity/accounts';
import { identityProviderRoutes } from './identity/identity-provider';
import { cardReaderRoutes } from './kiosk/card-reader-routes';
import { printerRoutes } from './kiosk/printer-routes';
import { scannerRoutes } from './kiosk/scanner-routes';
import { lgspRoutes } from './lgsp/lgsp-routes';
import { MessageLog } from './messages/message-log';
import { messageRoutes } from './messages/message-routes';
import { type CarrierAccounts, Receipts } from './messages/receipts';
import { zaloRoutes } from './messages/zalo-routes';
import { openPaymentArea } from './payment/payment-routes';
import { openPostArea } from './post/post-routes';
import { openSigningArea } from './signing/signing-routes';
import { openSectorArea } from './sector/sector-routes';
import { startTlsListener, type TlsListener } from './tls/tls-listener';
import { sendPage } from './web/page';
import { type Handler, RequestError, sendJson } from './web/exchange';

export interface SandboxOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** State is kept in `sandbox/` below. */
  readonly dataDir: string;
  /** Secret both clients share with the portal. */
  readonly clientSecret: string;
  /** Origins the portal may be reached at; only these may receive a log-in. */
  readonly portalOrigins: readonly string[];
  /** Secret that clients of the service bus share with it; the one of development when it is not given. */
  readonly lgspClientSecret?: string;
  /** Known to the national portal and the province only; the one both clients share when left out. */
  readonly nationalPortalSecret?: string;
  /** Known to the payment platform and the province only; the one of development when it is not given. */
  readonly paymentSecret?: string;
  /** Known to the signing service and the province only; the one of development when it is not given. */
  readonly signingSecret?: string;
  /** What sector systems sign their messages with; the one of development when it is not given. */
  readonly sectorSecret?: string;
  /** What the document management system signs its messages with; the one of development when it is not given. */
  readonly documentManagementSecret?: string;
  /** What the message gateway and Zalo sign with, and the token of the account; those of development when not given. */
  readonly messagesSecret?: string;
  readonly zalo?: { readonly appId: string; readonly token: string; readonly secret: string };
  /** Token by which the post knows the province, and what it signs with; those of development when not given. */
  readonly post?: { readonly token: string; readonly secret: string };
  /** Listens behind TLS as well; 0 takes a free port. */
  readonly tlsPort?: number;
}

export interface Sandbox {
  readonly origin: string;
  /** The same behind TLS, with the authority to trust; null when it was not asked for. */
  readonly tls: { readonly origin: string; readonly ca: string } | null;
  close(): Promise<void>;
}

/** Known to everybody; a portal on https refuses it. */
const developmentSecret = 'development-secret-not-for-use';

/** Starts the outside world on the loopback interface. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = join(options.dataDir, 'sandbox');
  await mkdir(folder, { recursive: true });
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const faults = new Faults();
  const partners = await openPartners(options, folder, origin, faults);
  const { dvcqg, payment, post, messages, signing, sector, qlvb } = partners;
  const areas = new Map<string, Handler>([
    ['vneid', await identityProviderRoutes({ ...options, origin, folder, directory: vneidDirectory })],
    ['sso', await identityProviderRoutes({ ...options, origin, folder, directory: officerDirectory })],
    ['messages', messages.gateway],
    ['zalo', messages.zalo],
    ['card-reader', cardReaderRoutes()],
    ['scanner', scannerRoutes()],
    ['printer', printerRoutes()],
    ['lgsp', await lgspRoutes({ folder, clientSecret: options.lgspClientSecret ?? developmentSecret })],
    ['dvcqg', dvcqg.handler],
    ['payment', payment.handler],
    ['post', post.handler],
    ['signing', signing.handler],
    ['sector', sector.handler],
    ['qlvb', qlvb.handler],
    ['faults', faultRoutes(faults)],
  ]);
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(areas, faults, request, response).catch((error: unknown) => refuse(response, error));
  };
  server.on('request', listener);
  const tls: TlsListener | null =
    options.tlsPort === undefined ? null : await startTlsListener(options.tlsPort, faults, listener);
  return {
    origin,
    tls,
    close: async () => {
      await tls?.close();
      for (const partner of Object.values(partners)) await partner.close();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

/** Those who do not only answer the province but tell it things themselves. */
async function openPartners(options: SandboxOptions, folder: string, origin: string, faults: Faults) {
  const province = `${options.portalOrigins[0] ?? 'http://localhost:3000'}/api/v1`;
  const secret = options.nationalPortalSecret ?? options.clientSecret;
  const dvcqg = await openNationalPortal(
    {
      folder,
      province: { url: `${province}/national-portal/messages`, secret },
      account: { username: 'tinh-song-ngan', password: secret },
    },
    faults,
  );
  const payment = await openPaymentArea(
    {
      folder,
      origin,
      portalOrigins: options.portalOrigins,
      callbackUrl: `${province}/partners/payment/callback`,
      partner: 'SONGNGAN',
      secret: options.paymentSecret ?? developmentSecret,
    },
    faults,
  );
  const post = await openPostArea(
    {
      folder,
      callbackUrl: `${province}/partners/post/callback`,
      customer: 'SONGNGAN',
      ...(options.post ?? { token: developmentSecret, secret: developmentSecret }),
    },
    faults,
  );
  const messages = await openMessages(
    folder,
    {
      receiptsUrl: `${province}/partners/messages`,
      gatewaySecret: options.messagesSecret ?? developmentSecret,
      zalo: options.zalo ?? { appId: 'mocua', token: developmentSecret, secret: developmentSecret },
    },
    faults,
  );
  const signing = await openSigningArea(
    {
      folder,
      callbackUrl: `${province}/partners/signing/callback`,
      partner: 'SONGNGAN',
      secret: options.signingSecret ?? developmentSecret,
    },
    faults,
  );
  return { dvcqg, payment, post, messages, signing, ...(await openDesks(options, folder, province, faults)) };
}

/** Systems that do steps of dossiers in their own house. */
async function openDesks(options: SandboxOptions, folder: string, province: string, faults: Faults) {
  const sector = await openSectorArea(
    {
      folder,
      clientSecret: options.lgspClientSecret ?? developmentSecret,
      secret: options.sectorSecret ?? developmentSecret,
      callbackUrl: `${province}/partners/sector-systems`,
    },
    faults,
  );
  const qlvb = await openDocumentManagementArea(
    {
      folder,
      clientSecret: options.lgspClientSecret ?? developmentSecret,
      secret: options.documentManagementSecret ?? developmentSecret,
      callbackUrl: `${province}/partners/document-management/callback`,
    },
    faults,
  );
  return { sector, qlvb };
}

/** The gateway and Zalo write into one log, so that a tester finds everything a person was told in one place. */
async function openMessages(folder: string, accounts: CarrierAccounts, faults: Faults) {
  const log = await MessageLog.open(join(folder, 'messages.jsonl'));
  const receipts = new Receipts(accounts, faults);
  return {
    gateway: messageRoutes(log, receipts),
    zalo: zaloRoutes(log, receipts, accounts),
    close: () => receipts.close(),
  };
}

async function answer(
  areas: ReadonlyMap<string, Handler>,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/healthz') return sendJson(response, 200, { status: 'ok' });
  if (url.pathname === '/') return sendPage(response, { title: 'Hệ thống ngoài (giả lập)', body: frontPage });
  const area = url.pathname.split('/')[1] ?? '';
  const handler = areas.get(area);
  if (handler === undefined) throw new RequestError(404, 'there is nothing at this address');
  // The switch itself never fails.
  if (area === 'faults') return handler(request, response, url);
  await underFaults(faults, area, handler, refuse, [request, response, url]);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known =
    error instanceof RequestError ? error : new RequestError(500, 'unexpected error in the sandbox');
  if (known.status === 500)
    process.stderr.write(`${JSON.stringify({ process: 'sandbox', error: String(error) })}\n`);
  sendJson(response, known.status, { error: known.message });
}

const frontPage = `<p>Trang này thay cho những hệ thống ở ngoài tỉnh khi phát triển và thử nghiệm. Không có dữ liệu thật.</p>
<ul>
<li><a href="/dvcqg">Cổng Dịch vụ công quốc gia (giả lập)</a></li>
<li><a href="/payment">Nền tảng thanh toán</a></li>
<li><a href="/post">Bưu chính công ích</a></li>
<li><a href="/signing">Ký số từ xa: điện thoại của người ký</a></li>
<li><a href="/qlvb">Quản lý văn bản: ký, cấp số, phát hành</a></li>
<li><a href="/sector">Hệ thống chuyên ngành</a></li>
<li><a href="/messages">Tin nhắn và thư đã gửi</a></li>
<li><a href="/lgsp">Trục LGSP và các cơ sở dữ liệu</a></li>
<li><a href="/lgsp/baocao">Hệ thống báo cáo và kho dữ liệu dùng chung của tỉnh</a></li>
<li><a href="/faults">Giả lập sự cố</a></li>
<li><a href="/card-reader">Đầu đọc thẻ của kiosk</a></li>
<li><a href="/scanner">Máy quét của kiosk</a></li>
<li><a href="/printer">Máy in của kiosk</a></li>
<li><a href="/vneid/.well-known/openid-configuration">VNeID (giả lập)</a></li>
<li><a href="/sso/.well-known/openid-configuration">Đăng nhập một lần của cán bộ (giả lập)</a></li>
</ul>`;

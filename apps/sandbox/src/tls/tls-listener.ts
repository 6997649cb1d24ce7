import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';
import type { Faults } from '../faults/faults';
import { makeCertificates } from './certificates';

export interface TlsListener {
  readonly origin: string;
  /** Authority to trust, PEM. */
  readonly ca: string;
  close(): Promise<void>;
}

/**
 * The sandbox once more behind TLS. While the first step of any area is `expired-certificate`, new connections see a
 * certificate that ended yesterday; connections that were open are closed when that begins.
 */
export async function startTlsListener(
  port: number,
  faults: Faults,
  listener: RequestListener,
): Promise<TlsListener> {
  const { ca, valid, expired } = makeCertificates(new Date());
  const server = createServer(valid, listener);
  const show = (): void => server.setSecureContext(faults.certificateIsExpired ? expired : valid);
  faults.onChange(() => {
    show();
    server.closeIdleConnections();
  });
  server.on('connection', () => {
    if (!faults.certificateIsExpired) return;
    faults.countHandshake();
    show();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const origin = `https://localhost:${String((server.address() as AddressInfo).port)}`;
  return { origin, ca, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

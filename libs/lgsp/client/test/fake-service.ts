import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AllowedAddresses,
  HttpTransport,
  type Operation,
  ServiceClient,
  type ServiceClientOptions,
  type ServiceDescription,
} from '../src/index';

export type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  nth: number,
) => void;

/** A real HTTP server on the loopback interface that plays a service of the bus. */
export interface FakeService {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly {
    readonly url: string;
    readonly method: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  /** Most connections that were open at once. */
  readonly mostSockets: () => number;
  close(): Promise<void>;
}

export async function fakeService(answer: Answering): Promise<FakeService> {
  const requests: FakeService['requests'][number][] = [];
  let most = 0;
  let open = 0;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      requests.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
      answer(request, response, body, requests.length);
    });
  });
  server.on('connection', (socket) => {
    open += 1;
    most = Math.max(most, open);
    socket.on('close', () => (open -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    requests,
    mostSockets: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}

/** The loopback interface is a private network: tests allow it as a province allows its own. */
export function loopback(...ports: number[]): AllowedAddresses {
  return new AllowedAddresses(
    ports.map((port) => ({
      host: '127.0.0.1',
      port,
      protocol: 'http:' as const,
      privateNetworks: ['127.0.0.0/8'],
    })),
  );
}

export function describeService(url: string, limits: ServiceDescription['limits'] = {}): ServiceDescription {
  return {
    name: 'register',
    contractVersion: '1.0',
    baseUrl: `${url}/api`,
    limits: {
      connectMs: 500,
      readMs: 400,
      totalMs: 3_000,
      firstWaitMs: 5,
      longestWaitMs: 20,
      openMs: 60_000,
      ...limits,
    },
  };
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export function lookUp(service: ServiceDescription, idempotent = true): Operation<{ id: string }, Person> {
  return {
    service,
    name: 'look-up',
    method: 'POST',
    idempotent,
    encode: ({ id }) => ({ path: 'TraCuu', body: { SoDinhDanh: id, MaDVC: '2.000908' } }),
    decode: (answer) => {
      const { SoDinhDanh: id, HoVaTen: name } = answer as Record<string, unknown>;
      if (typeof id !== 'string' || typeof name !== 'string') throw new Error('not a person');
      return { id, name };
    },
  };
}

export const person = { SoDinhDanh: '099190000011', HoVaTen: 'Lò Thị Mẫu' };

export function clientOf(
  service: ServiceDescription,
  fake: FakeService,
  options: Partial<ServiceClientOptions> = {},
): ServiceClient {
  const transport = options.transport ?? new HttpTransport(service, loopback(fake.port));
  return new ServiceClient(service, { ...options, transport });
}

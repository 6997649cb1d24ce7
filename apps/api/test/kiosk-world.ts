import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  activateKiosk,
  answerPhoneSignIn,
  collectPhoneSignIn,
  type Endpoint,
  registerDevice,
  startPhoneSignIn,
} from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import { type ApiHarness, type CallInput, ok, type Session, wireRequest } from './api-harness';

/** Reader, scanner and printer of all machines; what they answer is put there by the test. */
export class Bridge {
  readonly readings: object[] = [];
  readonly papers: string[] = [];
  readonly printed: string[] = [];
  broken = false;
  #server: Server | null = null;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      request.resume();
      if (this.broken) return void response.writeHead(503).end();
      const area = (request.url ?? '').split('/')[1];
      if (area === 'card-reader')
        return void response.end(JSON.stringify(this.readings.shift() ?? { kind: 'none' }));
      if (area === 'printer') {
        this.printed.push(decodeURIComponent(String(request.headers['x-file-name'])));
        return void response.writeHead(201).end();
      }
      const paper = this.papers.shift();
      if (paper === undefined) return void response.writeHead(204).end();
      return void response.setHeader('x-file-name', 'to-giay.pdf').end(paper);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

/** The token in a cookie that an answer sets; empty for a cookie it clears or does not set. */
export function cookieOf(headers: Readonly<Record<string, unknown>>, name: string): string {
  return new RegExp(`\\b${name}=([^;,]*)`, 'u').exec(String(headers['set-cookie']))?.[1] ?? '';
}

/** One machine in a hall: its own session, and the visit of whoever is signed in there. */
export class Machine {
  visit = '';

  private constructor(
    private readonly api: ApiHarness,
    readonly session: Session,
  ) {}

  static async register(api: ApiHarness, admin: Session, unit = 'dong-sen-centre'): Promise<Machine> {
    const body = { name: 'Máy sảnh', unitId: demoUnitId(unit), place: 'Sảnh tầng 1' };
    const { registrationCode } = ok(await api.call(registerDevice, { as: admin, body }));
    const activated = await api.call(activateKiosk, { body: { registrationCode } });
    const token = cookieOf(activated.headers, 'mocua_kiosk');
    const answer = await api.app.inject({
      url: '/api/v1/session?audience=kiosk',
      headers: { cookie: `mocua_kiosk=${token}` },
    });
    const { csrfToken: csrf } = answer.json<{ csrfToken: string }>();
    return new Machine(api, { audience: 'kiosk', token, csrf, headers: {} });
  }

  /** Signs a person in by their phone. */
  async signIn(phone: Session): Promise<void> {
    const { url, signInId } = ok(await this.api.call(startPhoneSignIn, { as: this.session }));
    const code = codeIn(url);
    ok(await this.api.call(answerPhoneSignIn, { as: phone, params: { code }, body: { accept: true } }));
    const collected = await this.api.call(collectPhoneSignIn, { as: this.session, params: { signInId } });
    this.visit = cookieOf(collected.headers, 'mocua_kiosk_visit');
  }

  /** The request of a page on this machine: both cookies, one token. */
  async call<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}, cookies?: string) {
    const wire = wireRequest(endpoint, input);
    const cookie = cookies ?? `mocua_kiosk=${this.session.token}; mocua_kiosk_visit=${this.visit}`;
    const response = await this.api.app.inject({
      ...wire,
      headers: { ...wire.headers, cookie, 'x-csrf-token': this.session.csrf },
    });
    return {
      status: response.statusCode,
      body: response.json<never>() as Record<string, unknown>,
      headers: response.headers as Readonly<Record<string, unknown>>,
    };
  }
}

/** The code behind the hash of an address shown as a QR. */
export function codeIn(url: string): string {
  return url.slice(url.indexOf('=') + 1);
}

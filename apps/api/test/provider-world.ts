import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AgencyEventType,
  type AgencyScope,
  addWebhookSubscription,
  type Endpoint,
  registerAgencyClient,
} from '@mocua/contract';
import { follow } from '@mocua/server/kernel';
import { AgencyEvents, RunWebhooks } from '@mocua/server/provider';
import { type Answer, type ApiHarness, type CallInput, ok, type Session } from './api-harness';

export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
}

/** Registers a system as the administrator of the province does it. */
export async function aClient(
  api: ApiHarness,
  admin: Session,
  wish: { scopes: AgencyScope[]; procedureCodes?: string[]; agency?: string },
): Promise<Credentials> {
  const body = {
    name: 'Phần mềm một cửa ngành',
    agency: wish.agency ?? 'Sở Lao động',
    scopes: wish.scopes,
    procedureCodes: wish.procedureCodes ?? [],
  };
  const { client, clientSecret } = ok(await api.call(registerAgencyClient, { as: admin, body }));
  return { clientId: client.clientId, secret: clientSecret };
}

export function basic({ clientId, secret }: Credentials): string {
  return `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
}

/** Asks for a token as any OAuth client does: a form, and the credentials in a header. */
export async function askToken(
  api: ApiHarness,
  authorization: string | null,
  form: Readonly<Record<string, string>> = { grant_type: 'client_credentials' },
) {
  return api.app.inject({
    method: 'POST',
    url: '/api/v1/provider/token',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization === null ? {} : { authorization }),
    },
    payload: new URLSearchParams(form).toString(),
  });
}

export async function tokenOf(api: ApiHarness, credentials: Credentials): Promise<string> {
  const answer = await askToken(api, basic(credentials));
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  return answer.json<{ access_token: string }>().access_token;
}

/** Calls an endpoint with a bearer token. */
export function callAs<E extends Endpoint>(
  api: ApiHarness,
  token: string,
  endpoint: E,
  input: CallInput<E> = {},
): Promise<Answer<never>> {
  return api.call(endpoint as Endpoint, {
    ...(input as CallInput<Endpoint>),
    headers: { authorization: `Bearer ${token}` },
  }) as Promise<Answer<never>>;
}

export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A receiver of webhooks that answers what the test says. */
export class Receiver {
  readonly received: Received[] = [];
  /** Status of the next answers; `hang` never answers. */
  behaviour: number | 'hang' = 204;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        receiver.received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
        if (receiver.behaviour === 'hang') return;
        response.writeHead(receiver.behaviour, { location: receiver.url }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/hooks`;
  }

  /** Resolves as soon as so many requests have come. */
  async heard(count: number): Promise<void> {
    while (this.received.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Cuts every line; safe to repeat. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }
}

export async function subscribe(
  api: ApiHarness,
  admin: Session,
  { clientId }: Credentials,
  { url, eventTypes }: { url: string; eventTypes: AgencyEventType[] },
) {
  const input = { as: admin, params: { clientId }, body: { url, eventTypes } };
  return ok(await api.call(addWebhookSubscription, input));
}

/** What the worker does until nothing is left to do now. */
export async function sendWebhooks(api: ApiHarness): Promise<void> {
  const { database } = api.parts;
  const projection = api.get(AgencyEvents);
  const webhooks = api.get(RunWebhooks);
  // Followers and relay pass over whatever is younger than an open transaction, anybody's in the whole cluster.
  await until(api, async () => {
    while ((await follow(database, projection)) > 0);
    return `SELECT NOT EXISTS (SELECT 1 FROM dossier.events e LEFT JOIN kernel.follower_cursors c ON c.name = 'agency-events'
       WHERE (e.xid, e.position) > (c.xid, c.position)) AS reached`;
  });
  await until(api, () =>
    Promise.resolve(`SELECT NOT EXISTS (SELECT 1 FROM kernel.outbox WHERE destination LIKE 'webhook:%' AND state = 'pending'
       AND xid >= pg_snapshot_xmin(pg_current_snapshot())) AS reached`),
  );
  await webhooks.round();
  await webhooks.settled();
}

async function until(api: ApiHarness, question: () => Promise<string>): Promise<void> {
  while ((await api.parts.database.one<{ reached: boolean }>(await question()))?.reached !== true)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

import { createServer, connect, type Server, type Socket } from 'node:net';

/** Where a statement is cut off: before the database gets it, or after it was done and before anybody hears of it. */
export type Cut = 'before' | 'after';

/**
 * Stands between the API and PostgreSQL. Armed with a text, it lets the statement in whose message that text stands reach
 * the database, waits for the reply, drops it and resets both sides.
 */
export class CuttingProxy {
  private armed: { readonly text: Buffer; readonly cut: Cut; readonly done: () => void } | null = null;
  private readonly sockets = new Set<Socket>();
  port = 0;

  private constructor(private readonly server: Server) {}

  static async before(databaseUrl: string): Promise<CuttingProxy> {
    const { hostname, port } = new URL(databaseUrl);
    const server = createServer();
    const proxy = new CuttingProxy(server);
    server.on('connection', (client) => proxy.join(client, hostname, Number(port || 5432)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    proxy.port = typeof address === 'object' && address ? address.port : 0;
    return proxy;
  }

  /** The same database through the proxy. */
  url(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Cuts the next statement that carries the text. Resolves when it has been cut. */
  cutNext(text: string, cut: Cut): Promise<void> {
    return new Promise((done) => {
      this.armed = { text: Buffer.from(text), cut, done };
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private join(client: Socket, host: string, port: number): void {
    const upstream = connect({ host, port });
    let swallowing: (() => void) | null = null;
    const drop = (): void => {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined); // the other side hears of it through its own close
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      const { armed } = this;
      if (armed && chunk.includes(armed.text)) {
        this.armed = null;
        if (armed.cut === 'before') {
          drop();
          armed.done();
          return;
        }
        swallowing = armed.done;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!swallowing) {
        client.write(chunk);
        return;
      }
      // ReadyForQuery ends the reply: the statement is committed, and its author will never know.
      if (chunk.at(-6) !== 'Z'.charCodeAt(0)) return;
      const done = swallowing;
      drop();
      done();
    });
  }
}

import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/**
 * Stands between a process and the outside world and counts the sockets that are open to each service there, told apart by
 * the path of the first request: a socket of a pool serves one service. Bytes go through as they are.
 */
export class SocketGate {
  private readonly open = new Map<string, number>();
  private readonly most = new Map<string, number>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    /** Where the process believes the outside world to be. */
    readonly port: number,
    private readonly stop: () => Promise<void>,
  ) {}

  /** @param outside - port of the outside world on this machine */
  static async open(outside: number): Promise<SocketGate> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const gate = new SocketGate(
      (server.address() as AddressInfo).port,
      () => new Promise<void>((resolve) => server.close(() => resolve())),
    );
    server.on('connection', (caller) => gate.pass(caller, outside));
    return gate;
  }

  /** Most sockets that were open at once, by service. */
  get highest(): ReadonlyMap<string, number> {
    return this.most;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await this.stop();
  }

  private pass(caller: Socket, outside: number): void {
    const beyond = connect(outside, '127.0.0.1');
    for (const [socket, other] of [
      [caller, beyond],
      [beyond, caller],
    ] as const) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      // A caller that gives up resets its side; the other side ends with it and nothing is left to tell.
      socket.on('error', () => other.destroy());
      socket.once('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    caller.once('data', (first: Buffer) => this.count(caller, serviceOf(first)));
    caller.pipe(beyond).pipe(caller);
  }

  private count(caller: Socket, service: string): void {
    let isOpen = true;
    const add = (n: number): void => void this.open.set(service, (this.open.get(service) ?? 0) + n);
    const ended = (): void => {
      if (isOpen) add(-1);
      isOpen = false;
    };
    add(1);
    caller.once('end', ended).once('close', ended);
    // What ended in the same turn of the loop was over before this one began, in whichever order it is told.
    setImmediate(() =>
      this.most.set(service, Math.max(this.most.get(service) ?? 0, this.open.get(service) ?? 0)),
    );
  }
}

/** `POST /lgsp/csdldc/1.0/TraCuu HTTP/1.1` goes to `lgsp/csdldc`; everywhere else the first part of the path is the service. */
function serviceOf(first: Buffer): string {
  const path = first.toString('latin1').split(' ', 2)[1] ?? '';
  const [area = '', service = ''] = path.slice(1).split(/[/?]/u);
  return area === 'lgsp' ? `${area}/${service}` : area;
}

/** A running local PostgreSQL. */
export interface LocalPostgres {
  /** Connection text of the maintenance database `postgres`, as superuser, password included. */
  readonly url: string;
  readonly port: number;
  /** Process number of the postmaster. */
  readonly pid: number;
  /** Whether it ran already, left by an earlier start that was killed. */
  readonly adopted: boolean;
  /** Folder that really holds cluster, password and log; not `dataDir` when root had to go elsewhere. */
  readonly home: string;
  /** Fast shutdown, unless another live process started or adopted the same server; then that one will stop it. */
  stop(): Promise<void>;
}

export interface LocalPostgresOptions {
  /** Folder for cluster, password and log. */
  readonly dataDir: string;
  /** First port to try; the next free one is taken. Default 5433. */
  readonly port?: number;
  /** Whether data must survive a power cut. False only for test clusters. Default true. */
  readonly durable?: boolean;
  /** Told what happens that the user may want to know. */
  readonly note?: (text: string) => void;
}

/**
 * Starts the embedded PostgreSQL, or adopts the one that still serves this folder.
 * Safe against a second start of the same folder at the same time, a stale pid file, a half-made cluster and a busy port.
 * @throws Error with advice when the platform has no binaries or the server does not start
 */
export function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres>;

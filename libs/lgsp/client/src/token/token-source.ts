/** Gives the credential that a call carries. */
export abstract class TokenSource {
  /** Headers that prove who calls. */
  abstract headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;

  /** The other side refused what `headers` gave: forget it, so that the next call asks anew. */
  abstract forget(): void;
}

/** For services that the network alone protects, and for tests. */
export class NoToken extends TokenSource {
  override headers(): Promise<Readonly<Record<string, string>>> {
    return Promise.resolve({});
  }

  override forget(): void {
    // there is nothing to forget
  }
}

import type { Arrival, NationalMessage } from './domain/national-message';
import type { PortalDossier, PortalProgress, PortalRecord } from './domain/portal-dossier';

/** Why the national portal gave no answer that can be used. */
export class PortalFailure extends Error {
  /**
   * @param passing - whether waiting and asking again can help
   * @param answered - whether the portal answered at all, so that nothing of the request is still under way to it
   */
  constructor(
    message: string,
    readonly passing: boolean,
    readonly answered: boolean,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'PortalFailure';
  }
}

/** What became of one dossier of a chunk. `exists` and `missing` say that it was put in the wrong way. */
export type PutOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Port: the national portal as it takes news from the province. At most {@link largestChunk} things in a call. */
export abstract class NationalPortal {
  /**
   * Inserts dossiers, or replaces what the portal knows of them. The same call twice has the effect of one.
   *
   * @returns outcome by code
   * @throws PortalFailure
   */
  abstract put(
    dossiers: readonly PortalDossier[],
    how: 'insert' | 'update',
  ): Promise<ReadonlyMap<string, PutOutcome>>;

  /**
   * Adds rows of progress. The same call twice may add them twice: look before asking again.
   *
   * @throws PortalFailure
   */
  abstract addProgress(rows: readonly PortalProgress[]): Promise<void>;

  /** What the portal knows of a dossier; null when it knows none. @throws PortalFailure */
  abstract lookUp(code: string): Promise<PortalRecord | null>;
}

/** Most items the portal takes in one call. */
export const largestChunk = 10;

/** Port: reads what the national portal sends, in the words of its wire. */
export abstract class NationalMessageReader {
  /** Null for a message that is not of the contract. */
  abstract read(wire: unknown): NationalMessage | null;
  /** The answer in the words of the wire. */
  abstract answer(arrival: Arrival): { readonly error_code: string; readonly message: string };
}

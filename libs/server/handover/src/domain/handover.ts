/** How a step that another system has ended here; the first end counts. */
export type Ending = 'settled' | 'taken-back' | 'by-hand' | 'unusable';

/** What is known of a hand-over besides the news. */
export interface HandoverFacts {
  /** ISO instant. */
  readonly handedOverAt: string | null;
  /** Revision the system has; null before it took anything. */
  readonly handedRevision: number | null;
  /** Revision that is to be handed over. */
  readonly revision: number;
  readonly ended: Ending | null;
}

/** News as far as the order of things needs it. */
export interface ToldNews<Kind extends string = string> {
  /** The system's own number. */
  readonly sequence: number;
  /** Which hand-over it answers. */
  readonly revision: number;
  readonly kind: Kind;
}

/** In the system's own order; nothing that arrives late changes it. */
export function inOrder<T extends ToldNews>(news: readonly T[]): T[] {
  return [...news].sort((left, right) => left.sequence - right.sequence);
}

/** Whether the system has not yet taken what is to be handed over. */
export function isStillHere({ handedOverAt, handedRevision, revision }: HandoverFacts): boolean {
  return handedOverAt === null || handedRevision !== revision;
}

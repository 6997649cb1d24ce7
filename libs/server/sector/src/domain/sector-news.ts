/** What a sector system may say about a step. */
export const newsKinds = ['received', 'in-progress', 'supplement-asked', 'resulted', 'refused'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** A result file that can be fetched from the system. */
export interface ResultFile {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}

/** What a sector system told, as its adapter read it. */
export interface SectorNews {
  readonly messageId: string;
  readonly taskId: string;
  /** Counts up within a step, over there; it alone says what came before what. */
  readonly sequence: number;
  /** Which hand-over it answers. */
  readonly revision: number;
  readonly kind: NewsKind;
  /** ISO instant. */
  readonly occurredAt: string;
  /** In the words of the system: what it does, asks for, or why it refuses. */
  readonly text: string;
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | null;
  readonly agency: string | null;
  readonly file: ResultFile | null;
}

/** The part of the news that may name a person; it is kept sealed. */
export interface NewsContent {
  readonly text: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly agency: string | null;
}

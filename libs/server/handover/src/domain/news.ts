/** A file that can be fetched from the system. */
export interface ToldFile {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}

/** The part of the news that may name a person; it is kept sealed. */
export type NewsContent<Name extends string = string> = Readonly<Record<Name, string | null>>;

/** What another system told of a step, as its adapter read it. */
export interface News<Kind extends string = string, Content extends NewsContent = NewsContent> {
  readonly messageId: string;
  readonly taskId: string;
  /** Counts up within a step, over there; it alone says what came before what. */
  readonly sequence: number;
  /** Which hand-over it answers. */
  readonly revision: number;
  readonly kind: Kind;
  /** ISO instant. */
  readonly occurredAt: string;
  readonly content: Content;
  readonly file: ToldFile | null;
}

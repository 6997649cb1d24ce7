import type { FieldProblem, ProblemCode, ProblemDocument } from '@mocua/contract';

/** The server answered with a problem document. Branch on `code` only. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind = 'problem';

  constructor(readonly document: ProblemDocument) {
    super(document.code);
  }

  get code(): ProblemCode {
    return this.document.code;
  }
  get fields(): readonly FieldProblem[] {
    return this.document.fields;
  }
  get correlationId(): string {
    return this.document.correlationId;
  }
}

/** What kept an answer from arriving. After `interrupted` the server may or may not have done the work. */
export type ConnectionTrouble = 'offline' | 'interrupted' | 'unreadable';

/** No readable answer arrived; a call with an idempotency key can be repeated safely. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly kind = 'connection';

  constructor(
    readonly trouble: ConnectionTrouble,
    options?: ErrorOptions,
  ) {
    super(trouble, options);
  }
}

export type ApiFailure = ProblemError | ConnectionError;

/** Narrows anything caught around an API call; a mistake of our own stays an exception. */
export function asApiFailure(error: unknown): ApiFailure {
  if (error instanceof ProblemError || error instanceof ConnectionError) return error;
  throw error;
}

export function isProblem(error: unknown, code: ProblemCode): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}

/** What kept the engine from answering. `calendar.not-covered` has the parameter `date`. */
export type ClockProblemCode =
  | 'calendar.not-covered'
  | 'clock.invalid-instant'
  | 'clock.invalid-duration'
  | 'clock.already-paused'
  | 'clock.not-paused'
  | 'clock.paused'
  | 'clock.ground-required'
  | 'clock.before-start'
  | 'clock.resume-before-pause'
  | 'clock.already-extended'
  | 'clock.extension-not-later';

export interface ClockProblem {
  readonly code: ClockProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ClockProblem };

/** Leaves a computation that cannot go on; {@link answered} turns it into a result, so it is never seen outside. */
class Refusal {
  constructor(readonly problem: ClockProblem) {}
}

export function refuse(code: ClockProblemCode, params: ClockProblem['params'] = {}): never {
  throw new Refusal({ code, params });
}

export function answered<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, problem: cause.problem };
    throw cause;
  }
}

import { type FaultArea, faultAreas, type FaultMode, type FaultStep } from './fault-modes';

/** What a step may look at before it strikes. */
export interface Struck {
  readonly path: string;
  readonly body: string;
}

interface Scripted {
  readonly step: FaultStep;
  left: number | null;
}

/** Scripts of faults by area: each request takes the first step that fits it and is not used up. */
export class Faults {
  private readonly scripts = new Map<string, Scripted[]>();
  private readonly struck = new Map<string, Map<FaultMode, number>>();
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly listeners: (() => void)[] = [];

  set(area: FaultArea, steps: readonly FaultStep[]): void {
    this.scripts.set(
      area,
      steps.map((step) => ({ step, left: step.times })),
    );
    for (const tell of this.listeners) tell();
  }

  /** Calls back whenever a script is set. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  hasScript(area: string): boolean {
    return (this.scripts.get(area) ?? []).length > 0;
  }

  list(): Readonly<Record<FaultArea, readonly FaultStep[]>> {
    const steps = (area: FaultArea): FaultStep[] =>
      (this.scripts.get(area) ?? []).map(({ step, left }) => ({ ...step, times: left }));
    return Object.fromEntries(faultAreas.map((area) => [area, steps(area)])) as Record<
      FaultArea,
      FaultStep[]
    >;
  }

  /** How often each mode struck since the sandbox began, by area: what a test asks to know that its fault was met. */
  counts(): Readonly<Record<string, Readonly<Partial<Record<FaultMode, number>>>>> {
    return Object.fromEntries(
      [...this.struck].map(([area, modes]) => [area, Object.fromEntries(modes)] as const),
    );
  }

  /** Takes the step of one request; undefined when all is well. */
  take(area: string, request: Struck): (FaultStep & { readonly mode: FaultMode }) | undefined {
    const script = this.scripts.get(area) ?? [];
    const at = script.findIndex(({ step }) => fits(step, request));
    const current = script[at];
    if (current === undefined) return undefined;
    if (current.left !== null) {
      current.left -= 1;
      if (current.left <= 0) script.splice(at, 1);
    }
    const { step } = current;
    if (step.mode === 'ok') return undefined;
    const modes = this.struck.get(area) ?? new Map<FaultMode, number>();
    this.struck.set(area, modes.set(step.mode, (modes.get(step.mode) ?? 0) + 1));
    return { ...step, mode: step.mode };
  }

  /** Whether the next connection to any area is to see an expired certificate. */
  get certificateIsExpired(): boolean {
    return [...this.scripts.values()].some((script) => script[0]?.step.mode === 'expired-certificate');
  }

  /** One connection has seen it. */
  countHandshake(): void {
    const area = faultAreas.find(
      (candidate) => this.scripts.get(candidate)?.[0]?.step.mode === 'expired-certificate',
    );
    if (area !== undefined) this.take(area, { path: '', body: '' });
  }

  /** Whether a request of the area is held just now. */
  isHolding(area: string): boolean {
    return (this.waiting.get(area)?.size ?? 0) > 0;
  }

  /** Resolves after the next request of the area that is not held itself, or after `longestMs`. */
  held(area: string, longestMs: number): Promise<void> {
    const held = this.waiting.get(area) ?? new Set();
    this.waiting.set(area, held);
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        held.delete(go);
        resolve();
      };
      const timer = setTimeout(go, longestMs);
      timer.unref();
      held.add(go);
    });
  }

  /** A request of the area has had its effect: those that waited for it go on. */
  release(area: string): void {
    for (const go of [...(this.waiting.get(area) ?? [])]) go();
  }
}

function fits({ only }: FaultStep, { path, body }: Struck): boolean {
  return path.includes(only?.path ?? '') && body.includes(only?.body ?? '');
}

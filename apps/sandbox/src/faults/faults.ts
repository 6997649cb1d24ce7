import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Parts of the sandbox that can be made to fail. */
export const faultAreas = ['vneid', 'sso', 'messages', 'card-reader', 'scanner', 'printer'] as const;
export type FaultArea = (typeof faultAreas)[number];

/** `down` answers 503, `slow` answers late, `hang` never answers, `cut` closes the connection. */
export const faultModes = ['down', 'slow', 'hang', 'cut'] as const;
export type FaultMode = (typeof faultModes)[number];

export interface FaultStep {
  /** `ok` lets requests through, so that a script can say "twice well, then down". */
  readonly mode: FaultMode | 'ok';
  /** How many requests the step lasts; null until changed. */
  readonly times: number | null;
  /** Delay of `slow` in milliseconds. */
  readonly delayMs: number;
}

/** Scripts of faults by area: each request takes the first step that is not used up. */
export class Faults {
  private readonly scripts = new Map<string, { step: FaultStep; left: number | null }[]>();

  set(area: FaultArea, steps: readonly FaultStep[]): void {
    this.scripts.set(
      area,
      steps.map((step) => ({ step, left: step.times })),
    );
  }

  list(): Readonly<Record<FaultArea, readonly FaultStep[]>> {
    const steps = (area: FaultArea): FaultStep[] =>
      (this.scripts.get(area) ?? []).map(({ step, left }) => ({ ...step, times: left }));
    return Object.fromEntries(faultAreas.map((area) => [area, steps(area)])) as Record<
      FaultArea,
      FaultStep[]
    >;
  }

  /** Applies the fault of this request, if there is one. */
  async strike(area: string, response: ServerResponse): Promise<'handled' | 'go-on'> {
    const step = this.take(area);
    switch (step?.mode) {
      case undefined:
      case 'ok':
        return 'go-on';
      case 'slow':
        await wait(step.delayMs);
        return 'go-on';
      case 'down':
        response.writeHead(503, { 'content-type': 'text/plain' }).end('down');
        return 'handled';
      case 'cut':
        response.destroy();
        return 'handled';
      case 'hang':
        return 'handled';
    }
  }

  private take(area: string): FaultStep | undefined {
    const script = this.scripts.get(area) ?? [];
    const current = script[0];
    if (current === undefined) return undefined;
    if (current.left !== null) {
      current.left -= 1;
      if (current.left <= 0) script.shift();
    }
    return current.step;
  }
}

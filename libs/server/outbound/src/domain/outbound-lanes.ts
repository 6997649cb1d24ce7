import type { LocalizedText } from '@mocua/contract';

/** A receiver as the composition root describes it. */
export interface DescribedLane {
  readonly destination: string;
  readonly name: LocalizedText;
  readonly connected: boolean;
}

/** The ways out that are described. A handler of each of them makes the same message twice one effect. */
export class OutboundLanes {
  constructor(readonly all: readonly DescribedLane[]) {}

  /**
   * Whether a message that was put aside may be tried again. It may have had its effect, so that holds only where a receiver is described;
   * and to one that is not connected nothing can go.
   */
  mayReplay(destination: string): boolean {
    return this.all.some((lane) => lane.destination === destination && lane.connected);
  }
}

import type { HandOverStep } from './hand-over-step';

/** The outbox handlers of the sector systems that are connected, one each. */
export class SectorRelays {
  constructor(readonly all: readonly HandOverStep[]) {}
}

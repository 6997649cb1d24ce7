import { setTimeout as wait } from 'node:timers/promises';
import { type FaultArea, faultModes } from './fault-modes';
import type { Faults } from './faults';

/** Areas of what the sandbox sends by itself. */
export type OutwardArea = Extract<FaultArea, `${string}-out`>;

export class DeliveryLost extends Error {
  constructor() {
    super('the delivery was lost on the way');
    this.name = 'DeliveryLost';
  }
}

/**
 * Sends one message of the sandbox to the portal under the area's scripted faults. A fake calls it for every attempt and
 * tries again when it throws: modes without effect lose the message before it is sent, modes that spoil the answer lose
 * the answer after it was sent, and the modes of order and number do what their names say.
 *
 * @param described - what `only` of a step may look at
 * @throws DeliveryLost, and what `send` throws
 */
export async function deliver<T>(
  faults: Faults,
  area: OutwardArea,
  described: { readonly path: string; readonly body: string },
  send: () => Promise<T>,
): Promise<T> {
  const step = faults.take(area, described);
  if (step === undefined) return released(faults, area, send);
  if (faultModes[step.mode].effect === 'none') throw new DeliveryLost();
  switch (step.mode) {
    case 'slow':
    case 'drip':
      await wait(step.delayMs);
      return released(faults, area, send);
    case 'duplicate':
      await send();
      return released(faults, area, send);
    case 'late-duplicate': {
      const result = await send();
      // Whatever becomes of the second arrival, nobody waits for it.
      void faults
        .held(area, step.delayMs)
        .then(send, () => undefined)
        .catch(() => undefined);
      return result;
    }
    case 'reorder':
      if (faults.isHolding(area)) return released(faults, area, send);
      await faults.held(area, step.delayMs);
      return send();
    default:
      await released(faults, area, send);
      throw new DeliveryLost();
  }
}

async function released<T>(faults: Faults, area: OutwardArea, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } finally {
    faults.release(area);
  }
}

import { Injectable } from '@nestjs/common';
import type { DeviceId } from '@mocua/contract';
import { Config, problem } from '@mocua/server/kernel';
import { z } from 'zod';
import { CardReader, type CardOnReader } from '../ports';

const patienceMs = 4_000;

const reading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('unreadable') }),
  z.object({
    kind: z.literal('card'),
    holderMatched: z.boolean(),
    // Unknown members are dropped here: what the chip says beyond this never enters the process.
    data: z.object({
      idCode: z.string(),
      personName: z.string(),
      dateOfBirth: z.string(),
      gender: z.string(),
      residencePlace: z.string(),
      expiryDate: z.string(),
    }),
  }),
]);

/** Asks the bridge that the card readers of the kiosks hang on. */
@Injectable()
export class HttpCardReader extends CardReader {
  constructor(private readonly config: Config) {
    super();
  }

  async take(deviceId: DeviceId): Promise<CardOnReader> {
    const url = `${this.config.kioskBridgeUrl}/card-reader/devices/${deviceId}/reading`;
    const answer = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(patienceMs) })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null); // refused, too slow or not JSON: for the person it is one and the same
    const parsed = reading.safeParse(answer);
    if (!parsed.success) throw problem('kiosk.card-reader-unavailable');
    return parsed.data;
  }
}

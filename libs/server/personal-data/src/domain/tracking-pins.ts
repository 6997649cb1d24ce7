import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './key-ring';

/**
 * PIN printed beside a dossier code. It is derived, never stored: a stolen database gives no PIN, and a reprint shows
 * the same one. Six digits resist guessing only together with the rate limit of the tracking endpoint.
 */
export class TrackingPins {
  constructor(private readonly keys: KeyRing) {}

  /** Six digits. */
  of(dossierId: string): string {
    const mac = createHmac('sha256', this.keys.stable('tracking-pin'))
      .update(dossierId.toLowerCase())
      .digest();
    // 48 bits modulo 10^6 is even to within 4e-9.
    return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  /** Whether the PIN belongs to the dossier; takes the same time whatever was typed. */
  matches(dossierId: string, pin: string): boolean {
    const expected = Buffer.from(this.of(dossierId));
    const typed = Buffer.from(pin.replace(/\D/gu, '').padEnd(6, 'x').slice(0, 7));
    return typed.length === expected.length && timingSafeEqual(typed, expected);
  }
}

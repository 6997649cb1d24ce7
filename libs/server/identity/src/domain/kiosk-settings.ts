import type { KioskParts, KioskSettings } from '@mocua/contract';

/** How a kiosk behaves until an administrator says otherwise. */
export const defaultKioskSettings: KioskSettings = {
  idleSeconds: 60,
  warningSeconds: 20,
  volume: 70,
  screens: ['file', 'track', 'results', 'ticket'],
  cameraNotice: null,
};

/** Nothing is known about a machine that has not spoken yet. */
export const unknownParts: KioskParts = { printer: 'unknown', scanner: 'unknown', cardReader: 'unknown' };

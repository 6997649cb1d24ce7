import type { DeviceId } from '@mocua/contract';

/** What a scanner gave: one file with all pages. */
export interface ScannedPaper {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/**
 * Port: scanner and printer of a kiosk. Both are asked by the server, so that a paper never passes through the browser of
 * the hall and nothing of it stays there.
 */
export abstract class KioskPeripherals {
  /** Null when there is no paper on the glass. @throws Problem `kiosk.scanner-unavailable` */
  abstract scan(deviceId: DeviceId): Promise<ScannedPaper | null>;

  /** Resolves when the printer has taken the document. @throws Problem `kiosk.printer-unavailable` */
  abstract print(deviceId: DeviceId, document: { name: string; content: Uint8Array }): Promise<void>;
}

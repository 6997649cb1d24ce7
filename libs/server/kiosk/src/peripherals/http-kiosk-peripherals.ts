import { Injectable } from '@nestjs/common';
import type { DeviceId } from '@mocua/contract';
import { Config, problem } from '@mocua/server/kernel';
import { KioskPeripherals, type ScannedPaper } from '../ports';

/** A scanner draws a page through; a printer first has to warm up. */
const patienceMs = 30_000;

/** Asks the bridge that scanners and printers of the kiosks hang on. */
@Injectable()
export class HttpKioskPeripherals extends KioskPeripherals {
  constructor(private readonly config: Config) {
    super();
  }

  async scan(deviceId: DeviceId): Promise<ScannedPaper | null> {
    const response = await this.ask(`scanner/devices/${deviceId}/scan`, {});
    if (response?.status === 204) return null;
    if (response?.ok !== true) throw problem('kiosk.scanner-unavailable');
    const name = response.headers.get('x-file-name');
    const content = await response.arrayBuffer().catch(() => null); // the line broke half way through
    if (name === null || content === null) throw problem('kiosk.scanner-unavailable');
    return { fileName: decodeURIComponent(name), content: new Uint8Array(content) };
  }

  async print(deviceId: DeviceId, { name, content }: { name: string; content: Uint8Array }): Promise<void> {
    const response = await this.ask(`printer/devices/${deviceId}/prints`, {
      headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent(name) },
      body: Buffer.from(content),
    });
    if (response?.ok !== true) throw problem('kiosk.printer-unavailable');
  }

  /** Null when the bridge did not answer in time; the person is told the same for every cause. */
  private ask(path: string, request: RequestInit): Promise<Response | null> {
    const url = `${this.config.kioskBridgeUrl}/${path}`;
    const signal = AbortSignal.timeout(patienceMs);
    return fetch(url, { method: 'POST', signal, ...request }).catch(() => null);
  }
}

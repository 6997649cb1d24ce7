import { Injectable } from '@nestjs/common';
import type { DocumentId, DossierId } from '@mocua/contract';
import { DownloadDossierFile } from '@mocua/server/dossier';
import type { CitizenActor } from '@mocua/server/kernel';
import { requireKiosk } from '../domain/at-kiosk';
import { KioskPeripherals } from '../ports';

/**
 * Prints a document of the signed-in person on the printer of the machine. The file goes from the store to the printer; the
 * browser of the hall never holds it.
 *
 * @legal NĐ 118/2025 Điều 3(9), as amended by NĐ 309/2026: a kiosk hands results over after authentication
 */
@Injectable()
export class PrintMyDocument {
  constructor(
    private readonly files: DownloadDossierFile,
    private readonly peripherals: KioskPeripherals,
  ) {}

  /** @throws Problem `kiosk.only-there`, `dossier.not-found`, `document.not-found`, `kiosk.printer-unavailable` */
  async execute(
    actor: CitizenActor,
    address: { readonly dossierId: DossierId; readonly documentId: DocumentId },
  ): Promise<void> {
    const deviceId = requireKiosk(actor);
    const file = await this.files.documentForCitizen(actor, address);
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.content as AsyncIterable<Uint8Array>) chunks.push(chunk);
    await this.peripherals.print(deviceId, { name: file.fileName, content: Buffer.concat(chunks) });
  }
}

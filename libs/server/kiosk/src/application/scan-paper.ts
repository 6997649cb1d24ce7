import { Injectable } from '@nestjs/common';
import type { AttachmentView, DraftId } from '@mocua/contract';
import { DraftAccess, UploadFile } from '@mocua/server/dossier';
import { type CitizenActor, problem } from '@mocua/server/kernel';
import { requireKiosk } from '../domain/at-kiosk';
import { KioskPeripherals } from '../ports';

/** Takes the paper on the glass of the machine into a draft, by the same way as any uploaded file. */
@Injectable()
export class ScanPaper {
  constructor(
    private readonly peripherals: KioskPeripherals,
    private readonly drafts: DraftAccess,
    private readonly uploads: UploadFile,
  ) {}

  /** @throws Problem `kiosk.only-there`, `kiosk.scanner-unavailable`, `kiosk.nothing-to-scan`, and those of an upload */
  async execute(actor: CitizenActor, draftId: DraftId, component: string): Promise<AttachmentView> {
    const deviceId = requireKiosk(actor);
    await this.drafts.requireOpen(actor, draftId);
    const paper = await this.peripherals.scan(deviceId);
    if (paper === null) throw problem('kiosk.nothing-to-scan');
    const { fileName, content } = paper;
    const input = { params: { draftId }, query: { component, fileName } };
    return this.uploads.toDraft(actor, input, { source: once(content), expectedBytes: content.length });
  }
}

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(content);
}

import { Controller } from '@nestjs/common';
import {
  handOverDraft,
  type InputOf,
  openHandover,
  printMyDocument,
  type ResponseOf,
  scanToDraft,
} from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { HandOverDraft } from '../application/hand-over-draft';
import { PrintMyDocument } from '../application/print-my-document';
import { ScanPaper } from '../application/scan-paper';

/** What a person who signed in at a machine can do there besides what every citizen can. */
@Controller()
export class KioskVisitorController {
  constructor(
    private readonly handovers: HandOverDraft,
    private readonly scanning: ScanPaper,
    private readonly printing: PrintMyDocument,
  ) {}

  @Endpoint(handOverDraft)
  handOver(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof handOverDraft>,
  ): Promise<ResponseOf<typeof handOverDraft>> {
    return this.handovers.execute(actor, params.draftId);
  }

  @Endpoint(openHandover)
  async open(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof openHandover>,
  ): Promise<ResponseOf<typeof openHandover>> {
    return { draftId: await this.handovers.open(actor, params.code) };
  }

  @Endpoint(scanToDraft)
  scan(
    @CurrentActor() actor: CitizenActor,
    @Input() { params, body }: InputOf<typeof scanToDraft>,
  ): Promise<ResponseOf<typeof scanToDraft>> {
    return this.scanning.execute(actor, params.draftId, body.component);
  }

  @Endpoint(printMyDocument)
  async print(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof printMyDocument>,
  ): Promise<ResponseOf<typeof printMyDocument>> {
    await this.printing.execute(actor, params);
    return {};
  }
}

import { Injectable } from '@nestjs/common';
import type { SubmissionReceipt } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { ReceiptSigner } from '@mocua/server/document';
import { UnitDirectory } from '@mocua/server/identity';
import { Config } from '@mocua/server/kernel';
import { TrackingPins } from '@mocua/server/personal-data';

/** Receipts of filings. Derived from what was committed, so that every retry gets the same one. */
@Injectable()
export class SubmissionReceipts {
  constructor(
    private readonly units: UnitDirectory,
    private readonly pins: TrackingPins,
    private readonly signer: ReceiptSigner,
    private readonly config: Config,
  ) {}

  /** Where the dossier can be followed; code and PIN stay behind the hash, so no server log sees them. */
  tracking(state: DossierState): { pin: string; url: string } {
    const pin = this.pins.of(state.dossierId);
    return { pin, url: `${this.config.publicOrigin}/tra-cuu#m=${state.transactionCode}&p=${pin}` };
  }

  /** @param receptionDueAt - as it was at the filing */
  async of(state: DossierState, receptionDueAt: string): Promise<SubmissionReceipt> {
    const unit = await this.units.get(state.units.receiving);
    const receipt = this.signer.sign({
      type: 'mocua.submission-receipt.1',
      dossierId: state.dossierId,
      transactionCode: state.transactionCode,
      procedure: { code: state.procedure.code, version: state.procedure.version },
      submittedAt: state.submittedAt,
      receptionDueAt,
      receivingUnit: unit.agencyIdentifier ?? unit.unitId,
      answers: state.answers.digest,
      attachments: state.attachments.map((file) => ({ component: file.componentCode, sha256: file.sha256 })),
    });
    return {
      dossierId: state.dossierId,
      transactionCode: state.transactionCode,
      submittedAt: state.submittedAt,
      receptionDueAt,
      receivingUnit: { unitId: unit.unitId, name: unit.name },
      tracking: this.tracking(state),
      receipt,
    };
  }
}

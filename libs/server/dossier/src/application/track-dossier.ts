import { Injectable } from '@nestjs/common';
import type { PublicDossierStatus } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { Database, problem } from '@mocua/server/kernel';
import { TrackingPins } from '@mocua/server/personal-data';
import { ResultSignatures } from '../domain/result-signatures';
import { DossierReader, unitName } from './views/dossier-reader';

/** Nobody's dossier: its PIN is computed for an unknown code, so that both answers take the same work. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Tells where a dossier is to whoever holds its code and PIN. */
@Injectable()
export class TrackDossier {
  constructor(
    private readonly database: Database,
    private readonly pins: TrackingPins,
    private readonly reader: DossierReader,
    private readonly signatures: ResultSignatures,
  ) {}

  /** @throws Problem `tracking.not-found`, the same for an unknown code and for a wrong PIN */
  async execute(code: string, pin: string): Promise<PublicDossierStatus> {
    const printed = code.trim().toUpperCase();
    const row = await this.database.one<{ state: DossierState }>(
      `SELECT state FROM dossier.dossiers WHERE code = $1
       UNION ALL SELECT state FROM dossier.dossiers WHERE transaction_code = $1 LIMIT 1`,
      [printed],
      'track-dossier',
    );
    if (!this.pins.matches(row?.state.dossierId ?? nobody, pin) || !row) throw problem('tracking.not-found');
    return this.status(row.state);
  }

  /** What the QR of a receipt says: our tracking address with code and PIN behind the hash. */
  executeQr(scanned: string): Promise<PublicDossierStatus> {
    const fragment = new URLSearchParams(scanned.slice(scanned.indexOf('#') + 1));
    const [code, pin] = [fragment.get('m'), fragment.get('p')];
    if (code === null || pin === null) throw problem('tracking.not-found');
    return this.execute(code, pin);
  }

  private async status(state: DossierState): Promise<PublicDossierStatus> {
    const { tree, procedure, timeline } = await this.reader.open(state, 'citizen');
    const { receiving, competent } = state.units;
    return {
      code: state.code,
      transactionCode: state.transactionCode,
      procedure: { code: procedure.code, name: procedure.entry.name },
      state: state.processing,
      outcome: state.outcome,
      delivery: state.delivery,
      submittedAt: state.submittedAt,
      receptionDueAt: state.reception?.dueAt ?? null,
      originalDueAt: state.due?.originalDueAt ?? null,
      dueAt: state.due?.dueAt ?? null,
      receivingUnit: { unitId: receiving, name: unitName(tree, receiving) },
      competentUnit: { unitId: competent, name: unitName(tree, competent) },
      signature: await this.signatures.wordOf(state),
      timeline: timeline.map(({ note: _note, ...entry }) => entry),
    };
  }
}

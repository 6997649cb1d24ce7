import { Injectable } from '@nestjs/common';
import type { DossierId, PartyId, ProcessingState } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import { unitName } from './views/dossier-reader';

/** Where a dossier is, without anything that names a person or opens a sealed value. */
export interface DossierProgressView {
  readonly dossierId: DossierId;
  /** Whose dossier it is; to record that somebody asked, never to be passed on. */
  readonly owner: PartyId;
  readonly code: string | null;
  readonly transactionCode: string;
  readonly sourceSystem: string;
  readonly externalCode: string | null;
  readonly procedureCode: string;
  readonly state: ProcessingState;
  readonly outcome: DossierState['outcome'];
  readonly delivery: DossierState['delivery'];
  readonly submittedAt: string;
  readonly receptionDueAt: string | null;
  readonly originalDueAt: string | null;
  readonly dueAt: string | null;
  readonly units: Pick<DossierState['units'], 'receiving' | 'competent'>;
}

/** Tells other systems where dossiers are. */
@Injectable()
export class DossierProgress {
  constructor(
    private readonly database: Database,
    private readonly units: UnitDirectory,
  ) {}

  /** By dossier code or transaction code, as printed; null when there is none. */
  async find(code: string): Promise<DossierProgressView | null> {
    const row = await this.database.one<{ state: DossierState }>(
      `SELECT state FROM dossier.dossiers WHERE code = $1
       UNION ALL SELECT state FROM dossier.dossiers WHERE transaction_code = $1 LIMIT 1`,
      [code.trim().toUpperCase()],
      'track-dossier',
    );
    return row ? toProgress(row.state) : null;
  }

  /** By the code another system knows a dossier by. */
  async findExternal(sourceSystem: string, externalCode: string): Promise<DossierProgressView | null> {
    const row = await this.database.one<{ state: DossierState }>(
      'SELECT state FROM dossier.dossiers WHERE source_system = $1 AND external_code = $2',
      [sourceSystem, externalCode],
    );
    return row ? toProgress(row.state) : null;
  }

  async many(
    dossierIds: readonly string[],
    sql: SqlExecutor = this.database,
  ): Promise<ReadonlyMap<string, DossierProgressView>> {
    const rows = await sql.query<{ state: DossierState }>(
      'SELECT state FROM dossier.dossiers WHERE dossier_id = ANY($1::uuid[])',
      [dossierIds],
    );
    return new Map(rows.map(({ state }) => [state.dossierId, toProgress(state)]));
  }

  /** Names of units as they are shown, those that no longer exist included. */
  async unitNames(): Promise<(unitId: DossierState['units']['receiving']) => string> {
    const tree = await this.units.tree();
    return (unitId) => unitName(tree, unitId);
  }
}

function toProgress(state: DossierState): DossierProgressView {
  const { receiving, competent } = state.units;
  return {
    dossierId: state.dossierId,
    owner: state.people.owner,
    code: state.code,
    transactionCode: state.transactionCode,
    sourceSystem: state.sourceSystem,
    externalCode: state.externalCodes[0] ?? null,
    procedureCode: state.procedure.code,
    state: state.processing,
    outcome: state.outcome,
    delivery: state.delivery,
    submittedAt: state.submittedAt,
    receptionDueAt: state.reception?.dueAt ?? null,
    originalDueAt: state.due?.originalDueAt ?? null,
    dueAt: state.due?.dueAt ?? null,
    units: { receiving, competent },
  };
}

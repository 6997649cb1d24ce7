import { Injectable } from '@nestjs/common';
import type { DocumentId, DossierId, PartyId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { Database, type OfficerActor, problem } from '@mocua/server/kernel';
import { agencyOf } from '../domain/policy';
import { DossierStream } from '../persistence/dossier-stream';
import { assignmentOf, requireOfficer } from './authorise';

/** An issued result and whom it is about. */
export interface IssuedResult {
  readonly dossierId: DossierId;
  readonly documentId: DocumentId;
  readonly code: string;
  readonly owner: PartyId;
  readonly submitter: PartyId;
}

/** Finds results that an agency may decide about again; opens nothing that is sealed. */
@Injectable()
export class ResultToRevoke {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly database: Database,
  ) {}

  /**
   * A positive result that the officer's own agency issued.
   *
   * @throws Problem `dossier.not-found`, `document.not-found`, `store.not-a-result`
   */
  async require(
    actor: OfficerActor,
    { dossierId, documentId }: Pick<IssuedResult, 'dossierId' | 'documentId'>,
  ): Promise<IssuedResult> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    const { state } = loaded;
    const tree = await this.units.tree();
    requireOfficer(actor, 'read')(state, tree);
    if (!state.documents.some((each) => each.documentId === documentId)) throw problem('document.not-found');
    const result = resultsOf(state).find((each) => each.documentId === documentId);
    const isIssuer = agencyOf(tree, assignmentOf(actor).unitId) === state.units.competent;
    if (result === undefined || !isIssuer) throw problem('store.not-a-result');
    return result;
  }

  /** The result of another dossier of the same owner; null when there is none. */
  async ofOwner(owner: PartyId, code: string): Promise<IssuedResult | null> {
    const row = await this.database.one<{ state: DossierState }>(
      'SELECT state FROM dossier.dossiers WHERE code = $1',
      [code.trim().toUpperCase()],
    );
    return row?.state.people.owner === owner ? (resultsOf(row.state)[0] ?? null) : null;
  }
}

function resultsOf({ dossierId, code, transactionCode, outcome, documents, people }: DossierState) {
  if (outcome !== 'positive') return [];
  return documents
    .filter((each) => each.kind === 'result')
    .map(({ documentId }): IssuedResult => ({
      dossierId,
      documentId,
      code: code ?? transactionCode,
      owner: people.owner,
      submitter: people.submitter,
    }));
}

import { Injectable } from '@nestjs/common';
import type { InputOf, listMyResults, MyResult, ResponseOf } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Database } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';
import { documentTitles } from '../domain/words';
import { decodePosition, encodePosition } from './cursor';

const pageSize = 20;

/** Every result a person may download, in one place. */
@Injectable()
export class FindMyResults {
  constructor(
    private readonly database: Database,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
  ) {}

  /** Newest dossier first. Whoever acts for somebody sees that somebody's results alone. */
  async execute(
    actor: CitizenActor,
    { query }: InputOf<typeof listMyResults>,
  ): Promise<ResponseOf<typeof listMyResults>> {
    const from = decodePosition(query.after);
    const rows = await this.database.query<{ state: DossierState }>(
      `SELECT state FROM dossier.dossiers
        WHERE (owner_party = $1 OR (submitter_party = $2 AND $1::uuid = $2::uuid))
          AND processing IN ('done', 'returned') AND (submitted_at, dossier_id) < ($3, $4)
        ORDER BY submitted_at DESC, dossier_id DESC LIMIT $5`,
      [
        actor.actingFor,
        actor.partyId,
        from?.at ?? 'infinity',
        from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        pageSize + 1,
      ],
      'my-results',
    );
    const states = rows.slice(0, pageSize).map((row) => row.state);
    const names = await this.parties.displayNames(states.map((state) => state.people.owner));
    const found = await Promise.all(
      states.map((state) => this.resultsIn(state, names.get(state.people.owner) ?? '')),
    );
    const last = states.at(-1);
    return {
      items: found.flat(),
      next:
        rows.length > pageSize && last ? encodePosition({ at: last.submittedAt, id: last.dossierId }) : null,
    };
  }

  private async resultsIn(state: DossierState, ownerName: string): Promise<MyResult[]> {
    const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
    return state.documents
      .filter((document) => document.kind === 'result')
      .map((document) => ({
        dossierId: state.dossierId,
        documentId: document.documentId,
        code: state.code ?? state.transactionCode,
        title: documentTitles[document.kind],
        procedure: { code: procedure.code, name: procedure.entry.name },
        ownerPartyId: state.people.owner,
        ownerName,
        outcome: state.outcome,
        issuedAt: document.issuedAt,
      }));
  }
}

import { Injectable } from '@nestjs/common';
import type { CitizenDossierView, DossierId, InputOf, listMyDossiers, ResponseOf } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Database, problem } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';
import { DossierStream } from '../persistence/dossier-stream';
import { requireCitizen } from './authorise';
import { decodePosition, encodePosition } from './cursor';
import { CitizenViews, summaryOf } from './views/citizen-views';

const pageSize = 20;

/** Dossiers a person owns, filed, or may act in. */
@Injectable()
export class FindMyDossiers {
  constructor(
    private readonly database: Database,
    private readonly stream: DossierStream,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly views: CitizenViews,
  ) {}

  /** Newest first. Whoever acts for somebody sees that somebody's dossiers alone, so that nothing is mixed up. */
  async list(
    actor: CitizenActor,
    { query }: InputOf<typeof listMyDossiers>,
  ): Promise<ResponseOf<typeof listMyDossiers>> {
    const from = decodePosition(query.after);
    const rows = await this.database.query<{ state: DossierState }>(
      `SELECT state FROM (
         (SELECT state, submitted_at, dossier_id FROM dossier.dossiers
           WHERE owner_party = $1 AND (submitted_at, dossier_id) < ($3, $4) ORDER BY submitted_at DESC, dossier_id DESC LIMIT $5)
         UNION
         (SELECT state, submitted_at, dossier_id FROM dossier.dossiers
           WHERE submitter_party = $2 AND $1::uuid = $2::uuid AND (submitted_at, dossier_id) < ($3, $4) ORDER BY submitted_at DESC, dossier_id DESC LIMIT $5)
       ) mine ORDER BY submitted_at DESC, dossier_id DESC LIMIT $5`,
      [
        actor.actingFor,
        actor.partyId,
        from?.at ?? 'infinity',
        from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        pageSize + 1,
      ],
      'my-dossiers',
    );
    const states = rows.slice(0, pageSize).map((row) => row.state);
    const names = await this.parties.displayNames(states.map((state) => state.people.owner));
    const items = await Promise.all(
      states.map(async (state) => {
        const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
        return summaryOf(state, procedure, names.get(state.people.owner) ?? '');
      }),
    );
    const last = states.at(-1);
    return {
      items,
      next:
        rows.length > pageSize && last ? encodePosition({ at: last.submittedAt, id: last.dossierId }) : null,
    };
  }

  /** @throws Problem `dossier.not-found` also for somebody else's */
  async get(actor: CitizenActor, dossierId: DossierId): Promise<CitizenDossierView> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    requireCitizen(actor, 'read')(loaded.state);
    return this.views.detail(actor, loaded.state);
  }
}

import { Injectable } from '@nestjs/common';
import type { listMyMirrors, MirroredDossierView, ResponseOf } from '@mocua/contract';
import { foldMirror, type MirrorEvent, type MirrorState } from '@mocua/engine/dossier';
import { type CitizenActor, Clock, Database } from '@mocua/server/kernel';
import { type CatalogueEntry, PublishedProcedures } from '@mocua/server/procedure';

interface Row {
  readonly source_system: string;
  readonly external_code: string;
  readonly procedure_code: string;
  readonly events: readonly MirrorEvent[];
}

/** The latest this many are shown; nobody has more births at once. */
const shown = 50;

/** Dossiers of a person that other systems resolve. Whoever acts for somebody sees that somebody's alone. */
@Injectable()
export class FindMyMirrors {
  constructor(
    private readonly database: Database,
    private readonly procedures: PublishedProcedures,
    private readonly clock: Clock,
  ) {}

  async execute(actor: CitizenActor): Promise<ResponseOf<typeof listMyMirrors>> {
    const rows = await this.database.query<Row>(
      `SELECT m.source_system, m.external_code, m.procedure_code,
              (SELECT jsonb_agg(jsonb_build_object('eventId', e.event_id, 'leg', e.leg, 'status', e.status,
                        'occurredAt', to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                        'dueAt', to_char(e.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                 FROM dossier.mirror_events e WHERE e.mirror_id = m.mirror_id) AS events
         FROM dossier.mirrors m WHERE m.owner_party = $1 ORDER BY m.first_told_at DESC LIMIT $2`,
      [actor.actingFor, shown],
      'my-mirrors',
    );
    const listed = rows.length === 0 ? [] : await this.procedures.list(this.clock.today());
    const entries = new Map(listed.map(({ code, entry }) => [code, entry]));
    return { items: rows.map((row) => viewOf(row, entries.get(row.procedure_code))) };
  }
}

function viewOf(row: Row, entry: CatalogueEntry | undefined): MirroredDossierView {
  const state = foldMirror(row.events);
  const code = row.procedure_code;
  return {
    sourceSystem: row.source_system,
    externalCode: row.external_code,
    procedure: { code, name: entry?.name ?? { vi: code, en: code } },
    status: state.whole?.status ?? null,
    legs: legsOf(state, entry),
    lastAt: state.lastAt,
  };
}

/** Every part the catalogue knows, told about or not, then those only the sender knows. */
function legsOf({ legs }: MirrorState, entry: CatalogueEntry | undefined): MirroredDossierView['legs'] {
  const known = entry?.guidance?.legs ?? [];
  const stateOf = (code: string) => {
    const { status = null, since = null, dueAt = null } = legs[code] ?? {};
    return { status, since, dueAt };
  };
  const others = Object.keys(legs).filter((code) => !known.some((leg) => leg.code === code));
  return [
    ...known.map(({ code, name, agency, duration }) => ({ code, name, agency, duration, ...stateOf(code) })),
    ...others.map((code) => ({
      code,
      name: { vi: code, en: code },
      agency: null,
      duration: null,
      ...stateOf(code),
    })),
  ];
}

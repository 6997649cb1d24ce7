import { Injectable } from '@nestjs/common';
import { type DossierState } from '@mocua/engine/dossier';
import { workingMinutesBetween } from '@mocua/engine/working-time';
import { UnitDirectory } from '@mocua/server/identity';
import { Database, EventProjection, type FollowedEvent, type SqlExecutor } from '@mocua/server/kernel';
import { type Experience, ProcessingTimes } from '@mocua/server/procedure';
import { WorkingCalendars } from '../../persistence/working-calendars';

/** Below this many dossiers a median says nothing, and might point at a person. */
const leastDossiers = 5;

/** Follows completed dossiers and keeps what they really took, in working minutes without pauses. */
@Injectable()
export class ProcessingTimeProjection extends EventProjection {
  readonly name = 'processing-times';

  constructor(
    private readonly units: UnitDirectory,
    private readonly calendars: WorkingCalendars,
  ) {
    super();
  }

  async apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    const completed = events.filter((event) => event.type === 'dossier-completed');
    if (completed.length === 0) return;
    const rows = await tx.query<{ state: DossierState }>(
      `SELECT state FROM dossier.dossiers WHERE dossier_id = ANY($1::uuid[])`,
      [completed.map((event) => event.dossierId)],
    );
    for (const { state } of rows) {
      const minutes = await this.minutesOf(state);
      if (minutes === null || !state.completedAt) continue;
      await tx.query(
        `INSERT INTO dossier.processing_times (procedure_code, dossier_id, completed_at, working_minutes) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [state.procedure.code, state.dossierId, state.completedAt, minutes],
      );
    }
  }

  private async minutesOf(state: DossierState): Promise<number | null> {
    if (!state.due || !state.completedAt) return null;
    const calendar = await this.calendars.get(await this.units.calendarOf(state.units.competent));
    const spent = (from: string, to: string): number => {
      const between = workingMinutesBetween(calendar, from, to);
      return between.ok ? between.value : 0;
    };
    const { completedAt, due } = state;
    const paused = due.pauses.reduce((sum, pause) => sum + spent(pause.from, pause.to ?? completedAt), 0);
    return Math.max(0, spent(due.startedAt, completedAt) - paused);
  }
}

/** Real processing time of a procedure: the median of its latest dossiers. */
@Injectable()
export class RecentProcessingTimes extends ProcessingTimes {
  constructor(private readonly database: Database) {
    super();
  }

  async experienceWith(procedureCode: string): Promise<Experience | null> {
    const row = await this.database.one<{ median: number | null; dossiers: number }>(
      `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY working_minutes) AS median, count(*)::integer AS dossiers
         FROM (SELECT working_minutes FROM dossier.processing_times WHERE procedure_code = $1 ORDER BY completed_at DESC LIMIT 200) latest`,
      [procedureCode],
    );
    if (!row || row.median === null || row.dossiers < leastDossiers) return null;
    return { medianWorkingMinutes: row.median, dossiers: row.dossiers };
  }

  override async experiencesWith(
    procedureCodes: readonly string[],
  ): Promise<ReadonlyMap<string, Experience>> {
    if (procedureCodes.length === 0) return new Map();
    const rows = await this.database.query<{ code: string; median: number; dossiers: number }>(
      `SELECT code, percentile_disc(0.5) WITHIN GROUP (ORDER BY working_minutes) AS median, count(*)::integer AS dossiers
         FROM unnest($1::text[]) AS code,
              LATERAL (SELECT working_minutes FROM dossier.processing_times WHERE procedure_code = code
                        ORDER BY completed_at DESC LIMIT 200) latest
        GROUP BY code HAVING count(*) >= $2`,
      [procedureCodes, leastDossiers],
      'experiences-with',
    );
    return new Map(
      rows.map(({ code, median, dossiers }) => [code, { medianWorkingMinutes: median, dossiers }]),
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import { Clock, Database, Logger, Metrics, type SystemActor } from '@mocua/server/kernel';
import type { TimerKind } from '../domain/timers';
import { CommandRunner } from '../application/command-runner';

const system: SystemActor = { kind: 'system', job: 'timers' };

/**
 * Fires the timers that are due: the reception alert, the closing of unanswered supplements, the reminder of a last day to pay and
 * the note that it has passed.
 */
@Injectable()
export class RunTimers {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  /** Fires up to `limit` timers; answers how many. A timer that another process fires at the same time fires once. */
  async runDue(limit = 50): Promise<number> {
    const due = await this.database.query<{ dossier_id: DossierId; kind: TimerKind }>(
      `SELECT dossier_id, kind FROM dossier.timers WHERE due_at <= $1 ORDER BY due_at LIMIT $2`,
      [this.clock.iso(), limit],
    );
    for (const timer of due) await this.fire(timer.dossier_id, timer.kind);
    return due.length;
  }

  private async fire(dossierId: DossierId, kind: TimerKind): Promise<void> {
    try {
      const before = this.clock.iso();
      await this.commands.run({
        actor: system,
        dossierId,
        expectedVersion: null,
        idempotency: null,
        authorise: () => undefined,
        prepare: async () => ({ command: { type: kind }, sealed: [] }),
      });
      if (kind === 'alert-reception') this.metrics.missedReceptionAlerts.inc();
      // The commit removed the timer if the event happened; a timer whose moment has passed without one goes here.
      await this.database.query(
        `DELETE FROM dossier.timers WHERE dossier_id = $1 AND kind = $2 AND due_at <= $3`,
        [dossierId, kind, before],
      );
    } catch (error) {
      this.logger.warn({ err: error, dossierId, timer: kind }, 'timer failed; it is tried again in a minute');
      await this.database.query(
        `UPDATE dossier.timers SET due_at = $3::timestamptz + interval '1 minute' WHERE dossier_id = $1 AND kind = $2 AND due_at <= $3`,
        [dossierId, kind, this.clock.iso()],
      );
    }
  }
}

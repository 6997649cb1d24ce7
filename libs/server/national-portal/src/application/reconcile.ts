import { Injectable } from '@nestjs/common';
import { nationalProgressOf, nationalReportOf } from '@mocua/engine/dossier';
import { nationalPortalDestination, type ToldDossier, ToldDossiers } from '@mocua/server/dossier';
import { Clock, Database, newId, waitingInLanes } from '@mocua/server/kernel';
import { type Difference, differences } from '../domain/compare';
import { causeOf } from '../domain/difference-cause';
import { isChanged } from '../domain/owed-news';
import { DifferenceStore, type FoundDifference, type Reconciliation } from '../persistence/difference-store';
import { SentLedger, type SentMark } from '../persistence/sent-ledger';
import { NationalPortal, PortalFailure } from '../ports';

const pageSize = 100;
const lookUpsAtOnce = 4;

export interface ReconciliationReport extends Reconciliation {
  readonly found: readonly FoundDifference[];
}

type Waiting = ReadonlyMap<string, { readonly waiting: number; readonly dead: boolean }>;

/** Compares every dossier with what the national portal says about it, and says why they differ. Changes nothing over there. */
@Injectable()
export class Reconcile {
  constructor(
    private readonly dossiers: ToldDossiers,
    private readonly ledger: SentLedger,
    private readonly portal: NationalPortal,
    private readonly store: DifferenceStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<ReconciliationReport> {
    const startedAt = this.clock.iso();
    const runId = newId<string>(this.clock.now());
    const found: FoundDifference[] = [];
    let compared = 0;
    let unanswered = 0;
    for (let after: string | null = null; ;) {
      const ids: readonly string[] = await this.dossiers.page(after, pageSize);
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
      const page = await this.comparePage(ids);
      await this.store.replace(runId, page.compared, page.found, this.clock.iso());
      found.push(...page.found);
      compared += page.compared.length;
      unanswered += page.unanswered;
    }
    const run = { startedAt, finishedAt: this.clock.iso(), compared, different: found.length, unanswered };
    await this.store.noteRun(runId, run);
    return { ...run, found };
  }

  private async comparePage(
    ids: readonly string[],
  ): Promise<{ compared: string[]; found: FoundDifference[]; unanswered: number }> {
    const [streams, marks, waiting] = await Promise.all([
      this.dossiers.many(ids),
      this.ledger.of(ids),
      waitingInLanes(this.database, nationalPortalDestination, ids),
    ]);
    const compared: string[] = [];
    const found: FoundDifference[] = [];
    let unanswered = 0;
    const queue = [...streams.values()];
    const work = async (): Promise<void> => {
      for (let told = queue.shift(); told !== undefined; told = queue.shift()) {
        try {
          const result = await this.compare(told, marks.get(told.dossierId) ?? null, waiting);
          if (result === 'not-told') continue;
          compared.push(told.dossierId);
          if (result !== null) found.push(result);
        } catch (error) {
          if (!(error instanceof PortalFailure)) throw error;
          unanswered += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: lookUpsAtOnce }, work));
    return { compared, found, unanswered };
  }

  private async compare(
    told: ToldDossier,
    mark: SentMark | null,
    waiting: Waiting,
  ): Promise<FoundDifference | null | 'not-told'> {
    const { dossierId, events } = told;
    const report = nationalReportOf(events);
    if (report === null && mark === null) return 'not-told';
    const code = report?.code ?? mark?.code ?? '';
    const record = await this.portal.lookUp(code);
    const details: Difference[] =
      report && record ? differences(report, nationalProgressOf(events), record) : [];
    const cause = causeOf({
      historyChanged: isChanged(told, mark),
      differences: details.length,
      tooMuch: details.some((each) => each.what === 'progress' && each.theirs !== null),
      knownThere: record !== null,
      waiting: waiting.get(dossierId) ?? null,
    });
    return cause && { dossierId, code, cause, details };
  }
}

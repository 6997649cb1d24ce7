import type { CompleteOutsideStep, DossierStream } from '@mocua/server/dossier';
import type { ReceiveFile } from '@mocua/server/document';
import { type Clock, type Logger, Problem } from '@mocua/server/kernel';
import type { AccessScope, SubjectVault } from '@mocua/server/personal-data';
import {
  type HandoverEnding,
  type PublishedProcedures,
  type SectorFacts,
  valuesOfEnding,
} from '@mocua/server/procedure';
import type { NewsContent } from '../domain/sector-news';
import { decisiveNews, isFinal } from '../domain/standing';
import type { HandoverRow, HandoverRows, NewsRow } from '../persistence/handover-rows';
import { SectorFailure, type SectorSystems } from '../ports';
import { lookAfterMs, sectorReader } from './hand-over-step';
import type { HearSectorSystem } from './hear-sector-system';

/** A claimed row comes up again after this time, should the process that claimed it die. */
const againAfterMs = 60_000;

export interface SettleParts {
  readonly rows: HandoverRows;
  readonly systems: SectorSystems;
  readonly hearing: HearSectorSystem;
  readonly dossiers: DossierStream;
  readonly procedures: PublishedProcedures;
  readonly vault: SubjectVault;
  readonly completing: CompleteOutsideStep;
  readonly receiving: ReceiveFile;
  readonly access: AccessScope;
}

/** Asks systems that have said nothing for long, and completes the steps whose end was told. */
export class SettleSteps {
  constructor(
    private readonly parts: SettleParts,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Answers how many steps it settled. */
  async round(limit = 20): Promise<number> {
    await this.lookUp(limit);
    const due = await this.parts.rows.takeDue('settle', this.clock.iso(), this.in(againAfterMs), limit);
    let settled = 0;
    for (const row of due) if (await this.guarded(row, () => this.settle(row))) settled += 1;
    return settled;
  }

  private async lookUp(limit: number): Promise<void> {
    const due = await this.parts.rows.takeDue('look', this.clock.iso(), this.in(lookAfterMs), limit);
    for (const row of due)
      await this.guarded(row, async () => {
        for (const news of await this.parts.systems.newsOf(row.system, row.taskId))
          await this.parts.hearing.take(row.system, news);
        return true;
      });
  }

  /** What went wrong with one step leaves the others alone; it comes up again. */
  private async guarded(row: HandoverRow, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await this.parts.access.run({ reader: sectorReader, purpose: 'synchronisation' }, work);
    } catch (error) {
      this.logger.warn({ err: error, taskId: row.taskId, system: row.system }, 'a sector step waits');
      return false;
    }
  }

  private async settle(row: HandoverRow): Promise<boolean> {
    const { rows, dossiers, procedures, vault } = this.parts;
    const news = await rows.news(row.taskId);
    const decisive = decisiveNews(news);
    if (decisive === null || !isFinal(decisive.kind)) return false;
    const state = (await dossiers.load(row.dossierId))?.state;
    if (!state) throw new Error('a step of a dossier that does not exist');
    if (!state.tasks.some(({ taskId }) => taskId === row.taskId)) {
      await rows.end(row.taskId, 'taken-back', this.clock.iso());
      return false;
    }
    // While the person is asked for something the process rests; the end is not lost, it comes up again.
    if (state.processing !== 'processing') return false;
    await this.keepFile(row, decisive);
    const { handovers } = await procedures.version(state.procedure.code, state.procedure.version);
    const declared = handovers.find((each) => each.task === row.nodeId);
    const content = await vault.open<NewsContent & Record<string, string | null>>(decisive.contentId);
    if (!declared || content === null) throw new Error('what was told cannot be read any more');
    const { text: reason, number, issuedOn, agency } = content;
    const ending = decisive.kind === 'resulted' ? declared.accepted : declared.refused;
    return this.complete(row, ending, { number, issuedOn, agency, reason });
  }

  private async complete(row: HandoverRow, ending: HandoverEnding, facts: SectorFacts): Promise<boolean> {
    const { rows, completing } = this.parts;
    const { dossierId, taskId, system } = row;
    const [values, outcome] = [valuesOfEnding(ending, facts), ending.outcome];
    try {
      await completing.execute({
        dossierId,
        taskId,
        job: `sector:${system}`,
        outcome,
        values,
        comment: null,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Somebody closed the step in between; what was told stays to be read.
      if (error.code === 'task.not-open') await rows.end(taskId, 'taken-back', this.clock.iso());
      else if (error.code === 'eform.invalid' || error.code === 'task.unknown-outcome') {
        await rows.end(taskId, 'unusable', this.clock.iso());
        await rows.inTrouble(
          taskId,
          `${error.code}: ${error.fields?.map(({ path }) => path).join(', ') ?? ''}`,
        );
      } else throw error;
      return false;
    }
    await rows.end(taskId, 'settled', this.clock.iso());
    return true;
  }

  /** The file is in our store before the step is completed; a file that is another than was said is not taken. */
  private async keepFile(row: HandoverRow, { file }: NewsRow): Promise<void> {
    if (file === null || row.fileSha256 !== null) return;
    const { rows, systems, receiving } = this.parts;
    const source = await systems.resultOf(row.system, row.taskId);
    const kept = await receiving.execute({ source, fileName: file.fileName, expectedBytes: file.size });
    if (kept.sha256 !== file.sha256)
      throw new SectorFailure(true, 'the result file is not the one that was told');
    await rows.keptFile(row.taskId, kept.sha256);
  }

  private in(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString();
  }
}

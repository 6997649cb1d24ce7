import type { Readable } from 'node:stream';
import type { Answers } from '@mocua/contract';
import { Problem } from '@mocua/server/kernel';
import type { Reader } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import type { NewsContent } from '../domain/news';
import type { HandoverLedger, HandoverRecord, NewsRow } from '../persistence/handover-ledger';
import { HandoverFailure } from '../ports';
import { lookAfterMs } from './hand-over-relay';
import type { OurParts } from './our-side';

/** A claimed row comes up again after this time, should the process that claimed it die. */
const againAfterMs = 60_000;

/** What the end over there means for the step here. */
export type Settlement =
  | { readonly outcome: string; readonly values: Answers; readonly comment: string | null }
  /** It cannot be taken; an officer sees why, and completes the step. */
  | { readonly unusable: string };

/** A file that the system gave, as it lies in our store. */
export interface FetchedFile {
  readonly sha256: string;
  readonly size: number;
}

/** Asks systems that have said nothing for long, and completes the steps whose end was told. */
export abstract class SettleHandovers<Row extends HandoverRecord, Kind extends string, End> {
  constructor(
    protected readonly ours: OurParts,
    private readonly ledger: HandoverLedger<Row, Kind>,
    private readonly reader: Reader,
  ) {}

  /** Answers how many steps it settled. */
  async round(limit = 20): Promise<number> {
    const { clock } = this.ours;
    const toAsk = await this.ledger.takeDue('look', clock.iso(), this.in(lookAfterMs), limit);
    for (const row of toAsk)
      await this.guarded(row, async () => {
        await this.ask(row);
        return true;
      });
    const due = await this.ledger.takeDue('settle', clock.iso(), this.in(againAfterMs), limit);
    let settled = 0;
    for (const row of due) if (await this.guarded(row, () => this.settle(row))) settled += 1;
    return settled;
  }

  /** Asks the system for everything it has said about a step, and takes it in. */
  protected abstract ask(row: Row): Promise<void>;

  /** The end that counts, or null before there is one. */
  protected abstract endOf(row: Row, news: readonly NewsRow<Kind>[]): End | null;

  /** What it means for a step that is open and whose dossier is being processed. */
  protected abstract settlementOf(row: Row, end: End, procedure: PublishedProcedure): Promise<Settlement>;

  /** Name of the job that completes steps; it stands in the dossier's event. */
  protected abstract jobOf(row: Row): string;

  /** What the system told, opened. @throws Error when the person's data was erased */
  protected async contentOf<Content extends NewsContent>({ contentId }: NewsRow): Promise<Content> {
    const content = await this.ours.vault.open<Content>(contentId);
    if (content === null) throw new Error('what was told cannot be read any more');
    return content;
  }

  /** The file is in our store before the step is completed; a file that is another than was said is not taken. */
  protected async fetch({ file }: NewsRow, open: () => Promise<Readable>): Promise<FetchedFile | null> {
    if (file === null) return null;
    const { receiving } = this.ours;
    const { fileName, size: expectedBytes } = file;
    const { sha256, size } = await receiving.execute({ source: await open(), fileName, expectedBytes });
    if (sha256 !== file.sha256) throw new HandoverFailure(true, 'the file is not the one that was told');
    return { sha256, size };
  }

  /** What went wrong with one step leaves the others alone; it comes up again. */
  private async guarded(row: Row, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await this.ours.access.run({ reader: this.reader, purpose: 'synchronisation' }, work);
    } catch (error) {
      this.ours.logger.warn(
        { err: error, taskId: row.taskId, job: this.jobOf(row) },
        'a step elsewhere waits',
      );
      return false;
    }
  }

  private async settle(row: Row): Promise<boolean> {
    const { dossiers, procedures, clock } = this.ours;
    const end = this.endOf(row, await this.ledger.news(row.taskId));
    if (end === null) return false;
    const state = (await dossiers.load(row.dossierId))?.state;
    if (!state) throw new Error('a step of a dossier that does not exist');
    if (!state.tasks.some(({ taskId }) => taskId === row.taskId)) {
      await this.ledger.end(row.taskId, 'taken-back', clock.iso());
      return false;
    }
    // While the person is asked for something the process rests; the end is not lost, it comes up again.
    if (state.processing !== 'processing') return false;
    const procedure = await procedures.version(state.procedure.code, state.procedure.version);
    const settlement = await this.settlementOf(row, end, procedure);
    if ('unusable' in settlement) return this.refuse(row, settlement.unusable);
    return this.complete(row, settlement);
  }

  private async complete(row: Row, end: Exclude<Settlement, { unusable: string }>): Promise<boolean> {
    const { dossierId, taskId } = row;
    try {
      await this.ours.completing.execute({ dossierId, taskId, job: this.jobOf(row), ...end });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'eform.invalid' || error.code === 'task.unknown-outcome')
        return this.refuse(row, [error.code, ...(error.fields ?? []).map(({ path }) => path)].join(' '));
      if (error.code !== 'task.not-open') throw error;
      // Somebody closed the step in between; what was told stays to be read.
      await this.ledger.end(taskId, 'taken-back', this.ours.clock.iso());
      return false;
    }
    await this.ledger.end(taskId, 'settled', this.ours.clock.iso());
    return true;
  }

  private async refuse({ taskId }: Row, why: string): Promise<false> {
    await this.ledger.end(taskId, 'unusable', this.ours.clock.iso());
    await this.ledger.inTrouble(taskId, why);
    return false;
  }

  private in(ms: number): string {
    return new Date(this.ours.clock.now().getTime() + ms).toISOString();
  }
}

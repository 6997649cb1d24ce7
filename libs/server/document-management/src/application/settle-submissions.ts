import type { CompleteOutsideStep, DossierStream } from '@mocua/server/dossier';
import type { ReceiveFile } from '@mocua/server/document';
import { type Clock, type Logger, Problem } from '@mocua/server/kernel';
import type { AccessScope, SubjectVault } from '@mocua/server/personal-data';
import {
  documentManagement,
  type OutgoingDefinition,
  type PublishedProcedures,
  valuesOfOutgoing,
} from '@mocua/server/procedure';
import type { NewsContent } from '../domain/outgoing-news';
import { endOf } from '../domain/standing';
import type { NewsRow, SubmissionRow, SubmissionRows } from '../persistence/submission-rows';
import { type DocumentManagement, DocumentManagementFailure } from '../ports';
import type { HearDocumentManagement } from './hear-document-management';
import { documentReader, lookAfterMs } from './submit-draft';

/** A claimed row comes up again after this time, should the process that claimed it die. */
const againAfterMs = 60_000;

export interface SettleParts {
  readonly rows: SubmissionRows;
  readonly system: DocumentManagement;
  readonly hearing: HearDocumentManagement;
  readonly dossiers: DossierStream;
  readonly procedures: PublishedProcedures;
  readonly vault: SubjectVault;
  readonly completing: CompleteOutsideStep;
  readonly receiving: ReceiveFile;
  readonly access: AccessScope;
}

/** Asks about documents of which nothing was said for long, and completes the steps of those that were issued or returned. */
export class SettleSubmissions {
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
        for (const news of await this.parts.system.newsOf(row.taskId)) await this.parts.hearing.take(news);
        return true;
      });
  }

  /** What went wrong with one document leaves the others alone; it comes up again. */
  private async guarded(row: SubmissionRow, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await this.parts.access.run({ reader: documentReader, purpose: 'synchronisation' }, work);
    } catch (error) {
      this.logger.warn({ err: error, taskId: row.taskId }, 'an outgoing document waits');
      return false;
    }
  }

  private async settle(row: SubmissionRow): Promise<boolean> {
    const { rows, dossiers, procedures, vault } = this.parts;
    const end = endOf(row.revision, await rows.news(row.taskId));
    if (end === null) return false;
    const state = (await dossiers.load(row.dossierId))?.state;
    if (!state) throw new Error('a document of a dossier that does not exist');
    if (!state.tasks.some(({ taskId }) => taskId === row.taskId)) {
      await rows.end(row.taskId, 'taken-back', this.clock.iso());
      return false;
    }
    // While the person is asked for something the process rests; the end is not lost, it comes up again.
    if (state.processing !== 'processing') return false;
    if (end.kind === 'older-draft') return this.refuse(row, 'older-draft');
    const { outgoing } = await procedures.version(state.procedure.code, state.procedure.version);
    const declared = outgoing.find(({ task }) => task === row.nodeId);
    const content = await vault.open<NewsContent & Record<string, string | null>>(end.news.contentId);
    if (!declared || content === null) throw new Error('what was told cannot be read any more');
    if (end.kind === 'issued') return this.takeIssued(row, end.news, declared, content);
    const facts = { number: null, issuedOn: null, signer: null, reason: content.text };
    const values = valuesOfOutgoing(declared.returned, facts);
    return this.complete(row, { outcome: declared.returned.outcome, values, comment: content.text || null });
  }

  private async takeIssued(
    row: SubmissionRow,
    news: NewsRow,
    declared: OutgoingDefinition,
    { number, issuedOn, signer }: NewsContent,
  ): Promise<boolean> {
    if (number === null || number === '') return this.refuse(row, 'no-number');
    const year = Number((issuedOn ?? news.occurredAt).slice(0, 4));
    if (!(await this.parts.rows.claimNumber(row.unitId, year, number, row.taskId)))
      return this.refuse(row, 'number-used');
    await this.keepFile(row, news);
    const values = valuesOfOutgoing(declared.issued, { number, issuedOn, signer, reason: null });
    return this.complete(row, { outcome: declared.issued.outcome, values, comment: null });
  }

  private async complete(
    row: SubmissionRow,
    end: Pick<Parameters<CompleteOutsideStep['execute']>[0], 'outcome' | 'values' | 'comment'>,
  ): Promise<boolean> {
    const { rows, completing } = this.parts;
    const { dossierId, taskId } = row;
    try {
      await completing.execute({ dossierId, taskId, job: documentManagement, ...end });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Somebody closed the step in between; what was told stays to be read.
      if (error.code === 'task.not-open') await rows.end(taskId, 'taken-back', this.clock.iso());
      else if (error.code === 'eform.invalid' || error.code === 'task.unknown-outcome')
        return this.refuse(row, error.code);
      else throw error;
      return false;
    }
    await rows.end(taskId, 'settled', this.clock.iso());
    return true;
  }

  /** What was issued cannot be taken; an officer sees why, and completes the step. */
  private async refuse({ taskId }: SubmissionRow, why: string): Promise<false> {
    await this.parts.rows.end(taskId, 'unusable', this.clock.iso());
    await this.parts.rows.inTrouble(taskId, why);
    return false;
  }

  /** The file is in our store before the step is completed; a file that is another than was said is not taken. */
  private async keepFile(row: SubmissionRow, { file }: NewsRow): Promise<void> {
    if (file === null || row.file !== null) return;
    const { rows, system, receiving } = this.parts;
    const source = await system.issuedFile(row.taskId);
    const { sha256, size } = await receiving.execute({
      source,
      fileName: file.fileName,
      expectedBytes: file.size,
    });
    if (sha256 !== file.sha256)
      throw new DocumentManagementFailure(true, 'the issued file is not the one that was told');
    await rows.keptFile(row.taskId, { sha256, size });
  }

  private in(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString();
  }
}

import type { DossierId, OutgoingNewsKind } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { DocumentSteps, type NumberedHere, type SectorException } from '@mocua/server/dossier';
import { DoneHere } from '@mocua/server/handover';
import { type Clock, type Config, problem } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import { numberGiven } from '../domain/number-given';
import { type ByHand, byHandOf } from '../domain/standing';
import type { StoredFile, SubmissionRow, SubmissionRows } from '../persistence/submission-rows';

/**
 * Answers for documents that are signed, numbered and issued elsewhere: whether an officer may give the number here, which is an
 * exception that is recorded, and which file was issued.
 */
export class NumberingGuard extends DocumentSteps {
  private readonly doneHere: DoneHere<SubmissionRow, OutgoingNewsKind>;

  constructor(
    private readonly rows: SubmissionRows,
    vault: SubjectVault,
    private readonly config: Pick<Config, 'documentManagementUrl'>,
    clock: Clock,
  ) {
    super();
    this.doneHere = new DoneHere(rows, vault, clock, 'outgoing-news');
  }

  /** @param row - null before anything was handed over */
  async allowed(whenDown: 'wait' | 'manual', row: SubmissionRow | null): Promise<ByHand> {
    const news = row ? await this.rows.news(row.taskId) : [];
    return byHandOf(this.config.documentManagementUrl !== '', whenDown, row, news);
  }

  override async byHand(step: NumberedHere): Promise<SectorException | null> {
    const { state, taskId, outgoing, assignment, reason, values } = step;
    const allowed = await this.allowed(outgoing.whenDown, await this.rows.byTask(taskId));
    if (allowed === 'free') return null;
    if (allowed === 'no') throw problem('task.with-document-system');
    if (reason === null) throw problem('task.reason-needed');
    const nodeId = outgoing.task;
    const said = { reason, ...numberGiven(outgoing, values) };
    return this.doneHere.exceptionOf({ state, taskId, nodeId, assignment, said });
  }

  override async issuedFor({ dossierId }: DossierState): Promise<StoredFile | null> {
    const rows = await this.rows.ofDossier(dossierId);
    const issued = rows.findLast(
      ({ file, ended }) => file !== null && (ended === null || ended === 'settled'),
    );
    return issued?.file ?? null;
  }

  override dossierIssued(sha256: string): Promise<DossierId | null> {
    return this.rows.dossierIssued(sha256);
  }
}

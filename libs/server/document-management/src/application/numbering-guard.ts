import type { DossierId, FieldProblem, OutgoingNewsKind } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { DocumentSteps, type NumberedHere, type SectorException } from '@mocua/server/dossier';
import { DoneHere } from '@mocua/server/handover';
import { type Clock, type Config, problem, type SqlExecutor } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import { fieldOf, type NumberGiven, numberGiven } from '../domain/number-given';
import { placeOfNumber } from '../domain/number-series';
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
    private readonly clock: Clock,
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
    const given = numberGiven(outgoing, values);
    if (allowed === 'free') return { sealed: [], note: (tx) => this.claim(step, given, tx) };
    if (allowed === 'no') throw problem('task.with-document-system');
    if (reason === null) throw problem('task.reason-needed');
    const nodeId = outgoing.task;
    const said = { reason, ...given };
    const exception = await this.doneHere.exceptionOf({ state, taskId, nodeId, assignment, said });
    return {
      ...exception,
      note: async (tx) => {
        await this.claim(step, given, tx);
        await exception.note(tx);
      },
    };
  }

  /** Makes the number this document's in the commit of the step; of two who give it at once, one is refused. */
  private async claim(
    { state, taskId, outgoing }: NumberedHere,
    { number, issuedOn }: NumberGiven,
    tx: SqlExecutor,
  ): Promise<void> {
    if (number === null) return;
    const place = placeOfNumber(number, outgoing.symbol, issuedOn ?? this.clock.today());
    if (await this.rows.claimNumber(state.units.competent, place, taskId, tx)) return;
    const path = fieldOf(outgoing, 'number');
    const { year } = place;
    throw problem('number.given', { year }, path === undefined ? [] : [numberTaken(path, year)]);
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

function numberTaken(path: string, year: number): FieldProblem {
  return {
    path,
    code: 'number.given',
    message: `Số này đã cấp cho văn bản khác trong năm ${year}. Hãy ghi số khác.`,
  };
}

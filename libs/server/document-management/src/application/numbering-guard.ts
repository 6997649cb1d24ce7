import type { DossierState } from '@mocua/engine/dossier';
import { DocumentSteps, type NumberedHere, type SectorException } from '@mocua/server/dossier';
import { type Clock, type Config, problem } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import { type ByHand, byHandOf } from '../domain/standing';
import type { StoredFile, SubmissionRow, SubmissionRows } from '../persistence/submission-rows';

/**
 * Answers for documents that are signed, numbered and issued elsewhere: whether an officer may give the number here, which is an
 * exception that is recorded, and which file was issued.
 */
export class NumberingGuard extends DocumentSteps {
  constructor(
    private readonly rows: SubmissionRows,
    private readonly vault: SubjectVault,
    private readonly config: Pick<Config, 'documentManagementUrl'>,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @param row - null before anything was handed over */
  async allowed(whenDown: 'wait' | 'manual', row: SubmissionRow | null): Promise<ByHand> {
    const news = row ? await this.rows.news(row.taskId) : [];
    return byHandOf(this.config.documentManagementUrl !== '', whenDown, row, news);
  }

  override async byHand(step: NumberedHere): Promise<SectorException | null> {
    const { state, taskId, outgoing, assignment, reason } = step;
    const allowed = await this.allowed(outgoing.whenDown, await this.rows.byTask(taskId));
    if (allowed === 'free') return null;
    if (allowed === 'no') throw problem('task.with-document-system');
    if (reason === null) throw problem('task.reason-needed');
    const sealed = await this.vault.seal(state.people.owner, 'outgoing-news', { reason });
    return {
      sealed: [sealed],
      note: async (tx) => {
        const at = this.clock.iso();
        const { assignmentId, unitId } = assignment;
        const { dossierId } = state;
        const contentId = sealed.valueId;
        const where = { taskId, dossierId, nodeId: outgoing.task, assignmentId, unitId };
        await this.rows.noteException(tx, { ...where, at, contentId });
        await this.rows.end(taskId, 'by-hand', at, tx);
      },
    };
  }

  override async issuedFor({ dossierId }: DossierState): Promise<StoredFile | null> {
    const rows = await this.rows.ofDossier(dossierId);
    const issued = rows.findLast(
      ({ file, ended }) => file !== null && (ended === null || ended === 'settled'),
    );
    return issued?.file ?? null;
  }
}

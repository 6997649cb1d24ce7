import { type SectorException, SectorSteps, type StepByHand } from '@mocua/server/dossier';
import { DoneHere } from '@mocua/server/handover';
import { type Clock, type Config, problem } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import type { NewsKind } from '../domain/sector-news';
import { decisiveNews, isFinal } from '../domain/standing';
import type { HandoverRow, HandoverRows } from '../persistence/handover-rows';

/** How a step may be completed by an officer here. */
export type ByHand = 'free' | 'paper' | 'no';

/**
 * Decides whether an officer may do what is a sector system's to do: freely where the province has not connected the system, from
 * a paper where the package says so or the system's word could not be used, and else not. What was entered from a paper is an
 * exception that is recorded.
 */
export class SectorStepGuard extends SectorSteps {
  private readonly doneHere: DoneHere<HandoverRow, NewsKind>;

  constructor(
    private readonly rows: HandoverRows,
    vault: SubjectVault,
    private readonly config: Pick<Config, 'sectorSystems'>,
    clock: Clock,
  ) {
    super();
    this.doneHere = new DoneHere(rows, vault, clock, 'sector-news');
  }

  /** @param row - null before anything was handed over */
  async allowed(system: string, whenDown: 'wait' | 'manual', row: HandoverRow | null): Promise<ByHand> {
    if (!this.config.sectorSystems.includes(system)) return 'free';
    if (row?.ended === 'unusable') return 'paper';
    if (row !== null) {
      const decisive = decisiveNews(await this.rows.news(row.taskId));
      if (decisive !== null && isFinal(decisive.kind)) return 'no';
    }
    return whenDown === 'manual' ? 'paper' : 'no';
  }

  override async byHand(step: StepByHand): Promise<SectorException | null> {
    const { state, taskId, handover, assignment, paper } = step;
    const { system, name, whenDown, task: nodeId } = handover;
    const allowed = await this.allowed(system, whenDown, await this.rows.byTask(taskId));
    if (allowed === 'free') return null;
    if (allowed === 'no') throw problem('task.with-sector-system', { system: name.vi });
    if (paper === null) throw problem('task.paper-needed', { system: name.vi });
    return this.doneHere.exceptionOf({ state, taskId, nodeId, assignment, said: paper });
  }
}

import { type DossierEvent, type DossierState, isOpen } from '@mocua/engine/dossier';
import type { OutboxMessage } from '@mocua/server/kernel';
import { documentManagement } from '@mocua/server/procedure';

/** Destination of what another system is told of its steps; each has a lane of its own for every dossier. */
export function sectorDestination(system: string): string {
  return system === documentManagement ? documentManagement : `sector:${system}`;
}

/** `hand-over`: the step is theirs now, or what was handed over has changed; `take-back`: nothing is to be done there any more. */
export type SectorErrand = 'hand-over' | 'take-back';

interface SectorStep {
  readonly taskId: string;
  readonly system: string;
}

/**
 * What systems that do steps are to be told after these events: ids only, what is handed over is read when it leaves. A step that
 * the system itself completed needs no word.
 */
export function sectorErrandsOf(
  before: DossierState | null,
  events: readonly DossierEvent[],
  state: DossierState,
): OutboxMessage[] {
  const [earlier, now] = [before ? openSteps(before) : [], openSteps(state)];
  const isNew = ({ taskId }: SectorStep): boolean => !earlier.some((step) => step.taskId === taskId);
  const changed = events.some(({ type }) => type === 'supplement-confirmed' || type === 'answers-edited');
  const told = new Set(
    events.flatMap((event) =>
      event.type === 'task-completed' && event.actor.kind === 'system'
        ? [event.payload.taskId as string]
        : [],
    ),
  );
  const message = ({ taskId, system }: SectorStep, errand: SectorErrand): OutboxMessage => ({
    destination: sectorDestination(system),
    lane: state.dossierId,
    payload: { dossierId: state.dossierId, taskId, seq: state.version, errand },
  });
  return [
    ...earlier
      .filter(({ taskId }) => !told.has(taskId) && !now.some((step) => step.taskId === taskId))
      .map((step) => message(step, 'take-back')),
    ...now.filter((step) => isNew(step) || changed).map((step) => message(step, 'hand-over')),
  ];
}

function openSteps(state: DossierState): SectorStep[] {
  if (!isOpen(state)) return [];
  return state.tasks.flatMap(({ taskId, key }) => {
    const system = state.process?.openTasks.find((open) => open.key === key)?.system;
    return system === undefined ? [] : [{ taskId, system }];
  });
}

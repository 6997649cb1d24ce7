import type { UnitId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import {
  awaitsPaymentBeforeReception,
  isPaymentOverdue,
  isResultAtDesk,
  openSupplement,
} from '@mocua/engine/dossier';

export type WorkQueue = 'reception' | 'tasks' | 'supplement' | 'return';

/** One line of a work-list: where it shows, in what order, and from when on it is late. */
export interface WorkItem {
  /** Unique within the dossier; the same line keeps its key. */
  readonly key: string;
  readonly queue: WorkQueue;
  readonly unitId: UnitId;
  readonly role: string;
  readonly nodeId: string | null;
  readonly sortAt: string;
  readonly overdueAt: string | null;
}

/** Change of one counter bucket. */
export interface CounterDelta {
  readonly unitId: UnitId;
  readonly queue: WorkQueue;
  readonly role: string;
  /** Bucket by the minute from which on the line is late; `infinity` when it never is. */
  readonly overdueAt: string;
  readonly delta: number;
}

/** The lines a dossier stands in. A pure function of its state, so that lists cannot drift from dossiers. */
export function workItemsOf(state: DossierState): WorkItem[] {
  const oneStop = { unitId: state.units.receiving, role: 'one-stop-officer', nodeId: null };
  const items: WorkItem[] = [];
  if (state.processing === 'submitted' && state.reception) {
    const { dueAt } = state.reception;
    // Nobody is late with a filing that is not paid yet.
    const overdueAt = awaitsPaymentBeforeReception(state) ? null : dueAt;
    items.push({ ...oneStop, key: 'reception', queue: 'reception', sortAt: dueAt, overdueAt });
  }
  const dueAt = state.due?.remainingMinutes === null ? state.due.dueAt : null;
  const supplement = openSupplement(state);
  const oneStopMustAct = supplement?.state === 'prepared' || supplement?.state === 'answered';
  if (oneStopMustAct && state.receivedAt) {
    const sortAt = supplement.answeredAt ?? supplement.requestedAt;
    items.push({ ...oneStop, key: 'supplement', queue: 'supplement', sortAt, overdueAt: dueAt });
  }
  // What is not paid by its last day is work again: somebody says how it goes on.
  if (state.processing === 'processing' || isPaymentOverdue(state)) {
    for (const task of state.tasks) {
      items.push({
        key: `task:${task.taskId}`,
        queue: 'tasks',
        unitId: task.unitId,
        role: task.role,
        nodeId: task.nodeId,
        sortAt: dueAt ?? task.openedAt,
        overdueAt: dueAt,
      });
    }
  }
  // A parcel that was not delivered is work, too: somebody calls the person while the post still has it.
  const failed = state.processing === 'done' && state.delivery === 'failed';
  if ((isResultAtDesk(state) || failed) && state.completedAt) {
    items.push({ ...oneStop, key: 'return', queue: 'return', sortAt: state.completedAt, overdueAt: null });
  }
  return items;
}

export interface WorkItemChange {
  readonly removed: readonly string[];
  readonly written: readonly WorkItem[];
  readonly deltas: readonly CounterDelta[];
}

/** What a commit has to change in the lists and in the counters. */
export function workItemChange(before: DossierState | null, after: DossierState): WorkItemChange {
  const old = new Map((before ? workItemsOf(before) : []).map((item) => [item.key, item]));
  const next = new Map(workItemsOf(after).map((item) => [item.key, item]));
  const removed = [...old.keys()].filter((key) => !next.has(key));
  const written = [...next.values()].filter(
    (item) => JSON.stringify(old.get(item.key)) !== JSON.stringify(item),
  );
  const deltas = [
    ...[...old.values()]
      .filter((item) => removed.includes(item.key) || written.some((each) => each.key === item.key))
      .map((item) => delta(item, -1)),
    ...written.map((item) => delta(item, 1)),
  ];
  return { removed, written, deltas };
}

function delta(item: WorkItem, change: number): CounterDelta {
  const { unitId, queue, role } = item;
  const overdueAt = item.overdueAt === null ? 'infinity' : `${item.overdueAt.slice(0, 16)}:00.000Z`;
  return { unitId, queue, role, overdueAt, delta: change };
}

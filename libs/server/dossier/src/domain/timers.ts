import {
  awaitsPaymentBeforeReception,
  type DossierState,
  lateFrom,
  openPaymentRequest,
  openSupplement,
} from '@mocua/engine/dossier';
import { remindAt } from './payment-reminders';

export type TimerKind = 'alert-reception' | 'lapse-supplement' | 'remind-payment' | 'note-payment-overdue';

export interface Timer {
  readonly kind: TimerKind;
  readonly dueAt: string;
}

/** The timers a dossier waits for: a pure function of its state. */
export function timersOf(state: DossierState): Timer[] {
  const timers: Timer[] = [];
  const waits = awaitsPaymentBeforeReception(state);
  if (state.processing === 'submitted' && state.reception && !state.reception.alertedAt && !waits) {
    timers.push({ kind: 'alert-reception', dueAt: state.reception.alertAt });
  }
  const supplement = openSupplement(state);
  if (supplement?.state === 'sent' && supplement.answerBy) {
    // One second later: the last moment of the answer period still belongs to the applicant.
    timers.push({
      kind: 'lapse-supplement',
      dueAt: new Date(Date.parse(supplement.answerBy) + 1000).toISOString(),
    });
  }
  return [...timers, ...paymentTimersOf(state)];
}

function paymentTimersOf(state: DossierState): Timer[] {
  const request = openPaymentRequest(state);
  if (!request) return [];
  const { remindedAt, overdueAt } = request;
  const reminder = remindedAt === undefined && overdueAt === undefined ? remindAt(request) : null;
  return [
    ...(reminder === null ? [] : [{ kind: 'remind-payment' as const, dueAt: reminder }]),
    ...(overdueAt === undefined ? [{ kind: 'note-payment-overdue' as const, dueAt: lateFrom(request) }] : []),
  ];
}

export function timerChange(
  before: DossierState | null,
  after: DossierState,
): { removed: TimerKind[]; written: Timer[] } {
  const old = before ? timersOf(before) : [];
  const next = timersOf(after);
  return {
    removed: old.filter((timer) => !next.some((each) => each.kind === timer.kind)).map((timer) => timer.kind),
    written: next.filter(
      (timer) => !old.some((each) => each.kind === timer.kind && each.dueAt === timer.dueAt),
    ),
  };
}

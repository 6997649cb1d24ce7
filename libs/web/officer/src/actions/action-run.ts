import { computed, inject, signal } from '@angular/core';
import type { OfficerDossierView, ProblemCode } from '@mocua/contract';
import { type ApiFailure, asApiFailure, newIdempotencyKey, Session } from '@mocua/web/kernel';
import { DossierStore } from '../dossier/dossier-store';
import { nextCall, type PendingCall } from './pending-call';

/** Answers that mean: the dossier is no longer what this page shows. */
const movedOn: ReadonlySet<ProblemCode> = new Set([
  'dossier.stale',
  'dossier.wrong-state',
  'task.not-open',
  'supplement.not-open',
  'supplement.already-open',
]);
const slowAfter = 3000;

/**
 * One form's way to the server: a single request at a time, the idempotency key kept until it is answered, and on a
 * stale version the new state beside the kept input.
 */
export class ActionRun<I extends object> {
  readonly #store = inject(DossierStore);
  readonly #session = inject(Session);
  readonly #busy = signal(false);
  readonly #slow = signal(false);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #staleSince = signal<number | null>(null);
  #pending: PendingCall<I & { version: number }> | null = null;

  readonly busy = this.#busy.asReadonly();
  /** Whether the server is taking longer than a person likes to wait without a word. */
  readonly slow = this.#slow.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly stale = computed(() => this.#staleSince() !== null);
  /** What happened to the dossier since the officer opened the form. */
  readonly news = computed(() => {
    const since = this.#staleSince();
    return since === null ? [] : (this.#store.view()?.timeline.filter((entry) => entry.seq > since) ?? []);
  });
  readonly failureCode = computed(() => {
    const failure = this.#failure();
    return failure?.kind === 'problem' ? failure.code : null;
  });
  readonly fields = computed(() => {
    const failure = this.#failure();
    return failure?.kind === 'problem' ? failure.fields : [];
  });

  /** @returns whether the command was done; a second press while one runs does nothing */
  async send(
    typed: I,
    call: (body: I & { version: number }, key: string) => Promise<OfficerDossierView>,
  ): Promise<boolean> {
    const version = this.#store.view()?.version;
    if (this.#busy() || version === undefined) return false;
    const pending = (this.#pending = nextCall(this.#pending, typed, version, newIdempotencyKey));
    const seen = this.#store.lastSeq();
    const slow = setTimeout(() => this.#slow.set(true), slowAfter);
    this.#busy.set(true);
    this.#failure.set(null);
    try {
      const view = await call(pending.body, pending.key);
      this.#pending = null;
      this.#staleSince.set(null);
      this.#store.accept(view);
      return true;
    } catch (error) {
      await this.#failed(asApiFailure(error), seen);
      return false;
    } finally {
      clearTimeout(slow);
      this.#slow.set(false);
      this.#busy.set(false);
    }
  }

  async #failed(failure: ApiFailure, seen: number): Promise<void> {
    this.#failure.set(failure);
    if (failure.kind === 'connection') return;
    // a session that ended left no answer in the books: the same intent goes out again after signing in
    if (failure.code !== 'session.required') this.#pending = null;
    if (failure.code === 'session.csrf') await this.#session.load();
    if (movedOn.has(failure.code)) {
      await this.#store.refresh();
      this.#staleSince.set(seen);
    }
  }
}

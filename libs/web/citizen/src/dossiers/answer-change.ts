import { computed, inject, Injectable, signal } from '@angular/core';
import type { Answers, CitizenDossierView, FieldProblem } from '@mocua/contract';
import { compilePublished, evaluateForm, type FormState, restrictTo } from '@mocua/engine/eform';
import {
  type ApiFailure,
  asApiFailure,
  isProblem,
  Language,
  LocalDrafts,
  newIdempotencyKey,
  PageTitle,
} from '@mocua/web/kernel';
import { problemsSince } from '@mocua/web/eform-renderer/page';
import { formFacts } from '../filing/today';

/**
 * Changing the answers of a filed dossier on one screen: what is open, what was typed, what is wrong with it, and its way to
 * the server. Typed text is kept on the device until the server has it; the same input is sent again under the same key.
 */
@Injectable()
export class AnswerChange {
  readonly #local = inject(LocalDrafts);
  readonly #language = inject(Language);
  readonly #title = inject(PageTitle);
  #draftKey = '';
  #baseVersion = 0;
  #key = newIdempotencyKey();

  readonly #state = signal<FormState | null>(null);
  /** The form when the person last tried to send. */
  readonly #attempt = signal<FormState | null>(null);
  readonly #summary = signal<readonly FieldProblem[]>([]);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #busy = signal(false);
  readonly state = this.#state.asReadonly();
  /** Whether the person has tried to send: from then on problems are shown. */
  readonly checked = computed(() => this.#attempt() !== null);
  readonly summary = this.#summary.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly problems = computed<readonly FieldProblem[]>(() => {
    const state = this.#state();
    return state === null ? [] : problemsSince(this.#attempt(), state, this.#language.current());
  });

  /**
   * Opens some fields of the dossier, with what was typed before if this device still has it.
   *
   * @param draftKey - name under which the typed answers are kept
   */
  async begin(dossier: CitizenDossierView, open: readonly string[], draftKey: string): Promise<void> {
    if (this.#draftKey !== '') return;
    const compiled = compilePublished(dossier.form);
    if (!compiled.ok) return;
    this.#draftKey = draftKey;
    this.#baseVersion = dossier.version;
    const kept = await this.#local.find(draftKey);
    this.#state.set(
      evaluateForm(restrictTo(compiled.form, open), kept?.answers ?? dossier.answers, formFacts(new Date())),
    );
  }

  change(state: FormState): void {
    this.#state.set(state);
    this.touch();
    const keptAt = new Date().toISOString();
    void this.#local.keep({
      key: this.#draftKey,
      baseVersion: this.#baseVersion,
      answers: state.answers,
      keptAt,
    });
  }

  /** What will be sent is no longer what was sent before. */
  touch(): void {
    this.#key = newIdempotencyKey();
  }

  /**
   * Checks and sends. Answers whether the server took it.
   *
   * @param others - problems beside those of the form
   * @param stale - runs when the dossier has changed meanwhile
   */
  async send(
    others: () => readonly FieldProblem[],
    call: (answers: Answers, state: FormState, idempotencyKey: string) => Promise<unknown>,
    stale: () => void,
  ): Promise<boolean> {
    const state = this.#state();
    if (state === null || this.#busy()) return false;
    this.#attempt.set(state);
    this.#summary.set([...this.problems(), ...others()]);
    this.#title.faulty(this.#summary().length > 0);
    if (this.#summary().length > 0) return false;
    this.#busy.set(true);
    this.#failure.set(null);
    try {
      await call(state.answers, state, this.#key);
      await this.#local.forget(this.#draftKey);
      return true;
    } catch (error) {
      this.#failure.set(asApiFailure(error));
      if (isProblem(error, 'dossier.stale')) {
        this.touch();
        stale();
      }
      return false;
    } finally {
      this.#busy.set(false);
    }
  }
}

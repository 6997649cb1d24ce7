import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { submitDossier } from '@mocua/contract';
import type { FieldProblem, PartyId } from '@mocua/contract';
import { type FormState, pageOf } from '@mocua/engine/eform';
import { AnswerList, controlId, FormErrorSummary, FormPage, problemsSince } from '@mocua/web/eform-renderer';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Language,
  newIdempotencyKey,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { KeyboardTarget } from '../keyboard/keyboard-target';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from '../visit/kiosk-visit';
import { formUnits } from './form-units';
import { HandOverPanel } from './hand-over-panel';
import { type FilingStep, KioskDraft } from './kiosk-draft';
import { PapersStep } from './papers-step';
import { RegisterNotice } from './register-notice';

/** Fills in and files a form, whatever its procedure: the pages of the form, the papers, a last look. */
@Component({
  selector: 'mocua-filing-screen',
  imports: [
    AnswerList,
    FormErrorSummary,
    FormPage,
    HandOverPanel,
    LoadingState,
    PapersStep,
    ProblemNotice,
    RegisterNotice,
  ],
  providers: [KioskDraft],
  templateUrl: './filing-screen.html',
})
export class FilingScreen {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly draft = inject(KioskDraft);
  protected readonly session = inject(KioskSession);
  readonly #api = inject(ApiClient);
  readonly #person = inject(Session).person;
  readonly #visit = inject(KioskVisit);
  readonly #keyboard = inject(KeyboardTarget);
  readonly #key = newIdempotencyKey();
  protected readonly units = formUnits(this.draft.state);
  readonly #at = signal(0);
  protected readonly step = computed<FilingStep | null>(() => this.draft.steps()[this.#at()] ?? null);
  protected readonly position = computed(() => this.#at() + 1);
  /** For whom the person may file it; the person themselves when none will do, so that the server says why. */
  protected readonly parties = computed(() => {
    const all = this.#person()?.actingFor ?? [];
    const capacities = this.#visit.procedure()?.capacities ?? [];
    const fit = all.filter(({ kind }) => {
      const capacity = kind === 'self' ? 'person' : kind;
      return capacities.length === 0 || capacities.includes(capacity);
    });
    return fit.length > 0 ? fit : all.slice(0, 1);
  });
  protected readonly owner = signal<PartyId | null>(null);
  protected readonly handingOver = signal(false);
  /** The form when the person last wanted to go on. */
  readonly #attempt = signal<FormState | null>(null);
  protected readonly summary = signal<readonly FieldProblem[]>([]);
  protected readonly sending = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const [state, step] = [this.draft.state(), this.step()];
    if (state === null || step === null || step.kind === 'papers') return [];
    const page = step.kind === 'form' ? step.page : undefined;
    return problemsSince(this.#attempt(), state, this.language.current(), page);
  });
  protected readonly heading = computed(() => {
    const step = this.step();
    if (step?.kind !== 'form') return this.t(`kiosk.filing.${step?.kind ?? 'check'}`);
    const page = this.draft.view()?.form.pages.find((candidate) => candidate.id === step.page);
    return this.language.text(page?.title);
  });
  /** Shown on every page when the form is about somebody else. */
  protected readonly forSomebody = computed(() => {
    const actingFor = this.draft.view()?.actingFor;
    return actingFor === undefined || actingFor.kind === 'self' ? '' : actingFor.displayName;
  });

  constructor() {
    effect(() => {
      if (this.parties().length === 1) untracked(() => void this.begin());
    });
  }

  protected async begin(): Promise<void> {
    const code = this.#visit.procedure()?.code;
    const owner = this.owner() ?? this.parties()[0]?.partyId;
    if (code !== undefined && owner !== undefined && this.draft.view() === null)
      await this.draft.open(code, owner);
  }

  protected async next(event?: Event): Promise<void> {
    event?.preventDefault();
    this.#keyboard.leave();
    this.#attempt.set(this.draft.state());
    this.summary.set([...this.problems()]);
    if (this.summary().length > 0) return;
    void this.draft.save();
    this.#go(this.#at() + 1);
  }

  /** To the page before, and from the first one to the procedure; what was typed is kept. */
  protected async back(): Promise<void> {
    if (this.#at() > 0) return this.#go(this.#at() - 1);
    await this.draft.save();
    await this.session.show('/thu-tuc');
  }

  /** From a line of the last look to the page it stands on. */
  protected openPage(page: string | null, path: string): void {
    const index = this.draft.steps().findIndex((step) => step.kind === 'form' && step.page === page);
    if (index < 0) return;
    this.#go(index);
    setTimeout(() => document.getElementById(controlId(path))?.focus());
  }

  protected elsewhere(path: string): void {
    const state = this.draft.state();
    if (state !== null) this.openPage(pageOf(state, path) ?? null, path);
  }

  protected async submit(): Promise<void> {
    const view = this.draft.view();
    if (view === null || this.sending()) return;
    this.#attempt.set(this.draft.state());
    this.summary.set([...this.problems()]);
    if (this.summary().length > 0 || this.draft.missing().length > 0) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      if (!(await this.draft.save())) return;
      const receipt = await this.#api.call(submitDossier, {
        params: { draftId: view.draftId },
        body: { version: this.draft.version },
        idempotencyKey: this.#key,
      });
      this.#visit.filed.set({ receipt, procedureName: this.language.text(view.procedure.name) });
      await this.session.show('/bien-nhan');
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.sending.set(false);
    }
  }

  protected async handOver(): Promise<void> {
    await this.draft.save();
    this.handingOver.set(true);
  }

  #go(index: number): void {
    this.#attempt.set(null);
    this.summary.set([]);
    this.#at.set(Math.max(0, Math.min(index, this.draft.steps().length - 1)));
    setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('main h1');
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: 'start' });
    });
  }
}

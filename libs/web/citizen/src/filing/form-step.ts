import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { DraftId, FieldProblem } from '@mocua/contract';
import type { FormState } from '@mocua/engine/eform';
import { FormErrorSummary, FormPage, problemsSince } from '@mocua/web/eform-renderer/page';
import { Language, PageTitle, useTexts } from '@mocua/web/kernel';
import { checkPath, DraftStore } from './draft-store';
import { useUnitChoices } from './unit-choices';

/** One page of the form. Mistakes are shown when the person wants to go on, not while typing. */
@Component({
  selector: 'mocua-form-step',
  imports: [FormPage, FormErrorSummary],
  templateUrl: './form-step.html',
})
export class FormStep {
  readonly draftId = input.required<DraftId>();
  /** Id of the form page; bound from the route. */
  readonly page = input.required<string>();
  /** Set when the person came from the check page to change one thing. */
  readonly ve = input<string>();
  readonly #router = inject(Router);
  readonly #title = inject(PageTitle);
  protected readonly language = inject(Language);
  protected readonly store = inject(DraftStore);
  protected readonly t = useTexts();
  protected readonly units = useUnitChoices();
  /** The form when the person last wanted to go on. */
  readonly #attempt = signal<FormState | null>(null);
  /** What is still wrong of it; a corrected item leaves the list at once. */
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const state = this.store.state();
    return state === null ? [] : problemsSince(this.#attempt(), state, this.language.current(), this.page());
  });
  /** The summary stands as it was, so that it does not take the focus away while somebody corrects. */
  protected readonly summary = signal<readonly FieldProblem[]>([]);
  protected readonly heading = computed(() => {
    const definition = this.store.draft()?.form.pages.find((candidate) => candidate.id === this.page());
    return this.language.text(definition?.title);
  });
  protected readonly first = computed(() => this.store.stepBefore(this.page()) === null);
  protected readonly returning = computed(() => this.ve() === checkPath);

  constructor() {
    effect(() => {
      this.page();
      this.#attempt.set(null);
      this.summary.set([]);
    });
    effect(() => {
      if (this.heading() !== '') this.#title.about(this.heading());
    });
  }

  protected change(state: FormState): void {
    this.store.change(state);
  }

  protected async next(event: Event): Promise<void> {
    event.preventDefault();
    this.#attempt.set(this.store.state());
    this.summary.set([...this.problems()]);
    this.#title.faulty(this.problems().length > 0);
    if (this.problems().length > 0) return;
    void this.store.saver.flush();
    const target = this.returning() ? checkPath : this.store.stepAfter(this.page());
    await this.#router.navigate(['/ban-nhap', this.draftId(), target ?? checkPath]);
  }

  protected async back(): Promise<void> {
    const before = this.store.stepBefore(this.page());
    if (before !== null) await this.#router.navigate(['/ban-nhap', this.draftId(), before]);
  }
}

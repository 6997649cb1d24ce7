import { Component, computed, effect, inject, input } from '@angular/core';
import type { TrackingPage as TrackingContent } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { FormErrors } from '../problem/form-errors';
import { ProblemNote } from '../problem/problem-note';
import { TrackingResult } from './tracking-result';

/** Where a dossier is, for whoever holds code and PIN. Neither ever stands in an address or in a page. */
@Component({
  selector: 'mocua-tracking-page',
  imports: [FormErrors, ProblemNote, TrackingResult],
  templateUrl: './tracking-page.html',
})
export class TrackingPage {
  readonly content = input.required<TrackingContent>();
  protected readonly t = useTexts();
  protected readonly codeError = computed(() => this.#errorAt('ma'));
  protected readonly pinError = computed(() => this.#errorAt('pin'));

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const { errors, status } = this.content();
      head.describe(
        this.t(status ? 'public.tracking.resultHeading' : 'public.tracking.title'),
        this.t('public.tracking.lead'),
        errors.length > 0,
      );
      head.canonical('/tra-cuu');
      if (status) head.unlisted();
    });
  }

  #errorAt(target: string): string {
    const error = this.content().errors.find((each) => each.target === target);
    return error ? this.t(`public.error.${error.message}`) : '';
  }
}

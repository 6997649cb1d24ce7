import { Component, effect, inject, input } from '@angular/core';
import type { ProblemPage as ProblemContent } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { SearchBox } from '../search/search-box';
import { ProblemNote } from './problem-note';

/** A page that is not there, or cannot be shown now; always with a way on. */
@Component({
  selector: 'mocua-problem-page',
  imports: [SearchBox, ProblemNote],
  template: `
    <div class="mc-reading">
      @if (content().status === 404) {
        <h1>{{ content().problem.title }}</h1>
        <p class="mc-lead">{{ content().problem.remedy }}</p>
      } @else {
        <h1>{{ t('public.problem.heading') }}</h1>
        <mocua-problem-note [problem]="content().problem" />
      }
      <mocua-search-box />
      <p>
        <a href="/">{{ t('public.back') }}</a>
      </p>
    </div>
  `,
})
export class ProblemPage {
  readonly content = input.required<ProblemContent>();
  protected readonly t = useTexts();

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      head.describe(this.content().problem.title);
      head.unlisted();
    });
  }
}

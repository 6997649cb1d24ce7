import { Component, effect, inject, input } from '@angular/core';
import type { SearchPage as SearchContent } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { EmptyState } from '@mocua/web/ui';
import { PageHead } from '../page/page-head';
import { ProcedureCard } from './procedure-card';
import { SearchBox } from './search-box';

@Component({
  selector: 'mocua-search-page',
  imports: [SearchBox, ProcedureCard, EmptyState],
  templateUrl: './search-page.html',
})
export class SearchPage {
  readonly content = input.required<SearchContent>();
  protected readonly t = useTexts();

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const { words } = this.content();
      head.describe(
        words === '' ? this.t('public.search.title') : `${words} – ${this.t('public.search.title')}`,
      );
      head.canonical('/tim-kiem');
      if (words !== '') head.unlisted();
    });
  }
}

import { Component, inject, input } from '@angular/core';
import type { HomePage as HomeContent } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { PAGE_MODEL } from '../page/page-model.token';
import { ProcedureCard } from '../search/procedure-card';
import { SearchBox } from '../search/search-box';

/** Search first, then the situations in which people come; everything else leads on. */
@Component({
  selector: 'mocua-home-page',
  imports: [SearchBox, ProcedureCard, Localized],
  templateUrl: './home-page.html',
})
export class HomePage {
  readonly content = input.required<HomeContent>();
  protected readonly t = useTexts();
  protected readonly frame = inject(PAGE_MODEL).frame;

  constructor() {
    const head = inject(PageHead);
    head.describe('');
    head.canonical('/');
  }

  /** What has no English yet stands in Vietnamese and says so. */
  protected langOf({ englishPending }: HomeContent['announcements'][number]): string | null {
    return englishPending && this.frame.language === 'en' ? 'vi' : null;
  }

  protected eventAddress(value: string): string {
    return `/tim-kiem?su-kien=${encodeURIComponent(value)}`;
  }
}

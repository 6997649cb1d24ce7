import { Component, inject, input } from '@angular/core';
import type { HomePage as HomeContent } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { PAGE_MODEL } from '../page/page-model.token';
import { ProcedureCard } from '../search/procedure-card';
import { SearchBox } from '../search/search-box';
import { lifeEventAddress, lifeEvents } from './life-events';

@Component({
  selector: 'mocua-home-page',
  imports: [SearchBox, ProcedureCard],
  templateUrl: './home-page.html',
})
export class HomePage {
  readonly content = input.required<HomeContent>();
  protected readonly t = useTexts();
  protected readonly frame = inject(PAGE_MODEL).frame;
  protected readonly events = lifeEvents;
  protected readonly address = lifeEventAddress;

  constructor() {
    const head = inject(PageHead);
    head.describe('');
    head.canonical('/');
  }
}

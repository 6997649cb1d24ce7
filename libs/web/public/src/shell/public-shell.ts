import { Component, computed, inject } from '@angular/core';
import { Language } from '@mocua/web/kernel';
import { SiteFooter, SiteHeader } from '@mocua/web/ui';
import { ContentListPage } from '../content/content-list-page';
import { ContentPage } from '../content/content-page';
import { DisplayPage } from '../display/display-page';
import { EligibilityPage } from '../eligibility/eligibility-page';
import { HomePage } from '../home/home-page';
import { PAGE_MODEL } from '../page/page-model.token';
import { ProblemPage } from '../problem/problem-page';
import { ProcedurePage } from '../procedure/procedure-page';
import { ReceiptPage } from '../receipt/receipt-page';
import { SearchPage } from '../search/search-page';
import { TrackingPage } from '../tracking/tracking-page';

/** The frame around every public page, and the page that the model asks for. */
@Component({
  selector: 'mocua-public',
  imports: [
    SiteHeader,
    SiteFooter,
    HomePage,
    SearchPage,
    ProcedurePage,
    TrackingPage,
    ReceiptPage,
    EligibilityPage,
    ContentListPage,
    ContentPage,
    DisplayPage,
    ProblemPage,
  ],
  templateUrl: './public-shell.html',
})
export class PublicShell {
  protected readonly model = inject(PAGE_MODEL);
  protected readonly frame = this.model.frame;
  readonly #language = inject(Language);
  protected readonly provinceName = computed(() => this.#language.text(this.frame.province.name));
}

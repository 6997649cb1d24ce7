import { Component, input } from '@angular/core';
import { searchProcedures } from '@mocua/contract';
import { loadEndpoint, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ProcedureCard } from './procedure-card';
import { SearchBox } from './search-box';

@Component({
  selector: 'mocua-search-page',
  imports: [SearchBox, ProcedureCard, LoadingState, EmptyState, ProblemNotice],
  templateUrl: './search-page.html',
})
export class SearchPage {
  /** Words to look for; bound from the query. */
  readonly q = input('');
  protected readonly t = useTexts();
  protected readonly results = loadEndpoint(searchProcedures, () => ({ query: { q: this.q() } }));
}

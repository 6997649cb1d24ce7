import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { searchProcedures } from '@mocua/contract';
import { loadEndpoint, Session, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { ProcedureCard } from '../search/procedure-card';
import { SearchBox } from '../search/search-box';

const popularCount = 6;

@Component({
  selector: 'mocua-home-page',
  imports: [RouterLink, SearchBox, ProcedureCard, ProblemNotice],
  templateUrl: './home-page.html',
})
export class HomePage {
  readonly #router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly t = useTexts();
  protected readonly procedures = loadEndpoint(searchProcedures, () => ({ query: { q: '' } }));
  protected readonly popular = computed(() => this.procedures.value()?.items.slice(0, popularCount) ?? []);
  protected readonly code = signal('');

  protected typeCode(event: Event): void {
    this.code.set((event.target as HTMLInputElement).value);
  }

  /** The code travels in the fragment, which no server log ever sees. */
  protected async track(event: Event): Promise<void> {
    event.preventDefault();
    const fragment = new URLSearchParams({ m: this.code().trim() }).toString();
    await this.#router.navigate(['/tra-cuu'], { fragment });
  }
}

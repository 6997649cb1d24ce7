import { Component, inject, signal } from '@angular/core';
import { getProcedure, type ProcedureHit, searchProcedures } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Language, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from '../visit/kiosk-visit';

const quiet = 250;
const shown = 6;

/** What do you need? Finds procedures while the person types, with or without tones. */
@Component({
  selector: 'mocua-search-screen',
  imports: [ProblemNotice],
  templateUrl: './search-screen.html',
  styleUrl: './search-screen.css',
})
export class SearchScreen {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  readonly #kiosk = inject(KioskSession);
  readonly #visit = inject(KioskVisit);
  protected readonly found = signal<readonly ProcedureHit[] | null>(null);
  protected readonly meant = signal<string | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  constructor() {
    void this.#search('');
  }

  protected type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(value), quiet);
  }

  protected async open(code: string): Promise<void> {
    this.failure.set(null);
    try {
      this.#visit.procedure.set(await this.#api.call(getProcedure, { params: { code } }));
      await this.#kiosk.show('/thu-tuc');
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }

  async #search(typed: string): Promise<void> {
    this.#latest += 1;
    const turn = this.#latest;
    try {
      const { items, didYouMean } = await this.#api.call(searchProcedures, {
        query: { q: typed.trim(), limit: shown },
      });
      // a slower answer to an earlier key must not take the place of a later one
      if (turn !== this.#latest) return;
      this.failure.set(null);
      this.found.set(items.slice(0, shown));
      this.meant.set(didYouMean);
    } catch (error) {
      if (turn === this.#latest) this.failure.set(asApiFailure(error));
    }
  }
}

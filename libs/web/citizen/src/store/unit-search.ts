import { Component, inject, input, model, signal } from '@angular/core';
import { findUnitsToShare, type ShareableUnit } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

/** Finds an agency by its name; what was found is a plain list of radio buttons, so that arrow keys and a finger both work. */
@Component({
  selector: 'mocua-unit-search',
  imports: [ProblemNotice],
  templateUrl: './unit-search.html',
})
export class UnitSearch {
  readonly chosen = model.required<ShareableUnit | null>();
  /** What is wrong with the choice, as said by the form around it. */
  readonly error = input('');
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly typed = signal('');
  protected readonly found = signal<readonly ShareableUnit[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly tooShort = signal(false);

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected async find(event?: Event): Promise<void> {
    event?.preventDefault();
    const search = this.typed().trim();
    this.tooShort.set(search.length < 2);
    if (search.length < 2) document.getElementById('tim-co-quan')?.focus();
    if (search.length < 2 || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { items } = await this.#api.call(findUnitsToShare, { query: { search } });
      this.found.set(items);
      if (!items.some((unit) => unit.unitId === this.chosen()?.unitId)) this.chosen.set(null);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

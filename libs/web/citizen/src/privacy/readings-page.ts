import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReadings } from '@mocua/contract';
import { formatDate, formatInstant, Language, loadList, Localized, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { readingLines } from './reading-lines';

/** Who read the person's data, when, what of it and why. */
@Component({
  selector: 'mocua-readings-page',
  imports: [RouterLink, Localized, EmptyState, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './readings-page.html',
})
export class ReadingsPage {
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  /** Whether one's own looks are shown as well; they are many and rarely what somebody looks for. */
  protected readonly own = signal<'hidden' | 'shown'>('hidden');
  protected readonly readings = loadList(
    listReadings,
    (reading) => reading,
    () => this.own(),
    () => ({ own: this.own() }),
  );
  protected readonly lines = computed(() =>
    readingLines(this.readings.items() ?? [], (instant) => formatDate(instant, 'vi')),
  );

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected showOwn(event: Event): void {
    this.own.set((event.target as HTMLInputElement).checked ? 'shown' : 'hidden');
  }
}

import { Component, computed, inject, input, signal } from '@angular/core';
import type { DueDerivation } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';

/** A due date that can be asked "why this day?". */
@Component({
  selector: 'mc-due-date',
  template: `
    <p>
      <strong>{{ when(due().dueAt) }}</strong>
    </p>
    @if (due().remainingMinutes !== null) {
      <p class="mc-small">{{ t('dossier.due.paused') }}</p>
    }
    @if (moved()) {
      <p class="mc-small">{{ t('dossier.due.original', { date: when(due().originalDueAt) }) }}</p>
    }
    <details class="mc-disclosure" (toggle)="explain()">
      <summary>{{ t('dossier.due.why') }}</summary>
      <ol class="mc-disclosure__body">
        @for (line of lines(); track $index) {
          <li>{{ line }}</li>
        }
      </ol>
    </details>
  `,
})
export class DueDate {
  readonly due = input.required<DueDerivation>();
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  readonly #describe = signal<((due: DueDerivation, language: 'vi' | 'en') => readonly string[]) | null>(
    null,
  );
  protected readonly moved = computed(() => this.due().originalDueAt !== this.due().dueAt);
  protected readonly lines = computed(() => this.#describe()?.(this.due(), this.#language.current()) ?? []);

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  /** The engine that knows the words is loaded when somebody asks. */
  protected async explain(): Promise<void> {
    const { describeDue } = await import('@mocua/engine/working-time');
    this.#describe.set(describeDue);
  }
}

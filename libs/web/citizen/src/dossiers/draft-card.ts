import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { listDrafts, ResponseOf } from '@mocua/contract';
import { formatDate, formatInstant, Language, Localized, useTexts } from '@mocua/web/kernel';
import { Dialog } from '@mocua/web/ui';

type DraftSummary = ResponseOf<typeof listDrafts>['items'][number];

@Component({
  selector: 'mocua-draft-card',
  imports: [RouterLink, Localized, Dialog],
  templateUrl: './draft-card.html',
})
export class DraftCard {
  readonly draft = input.required<DraftSummary>();
  readonly discarded = output();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly asking = signal(false);
  protected readonly saved = computed(() => formatInstant(this.draft().savedAt, this.#language.current()));
  protected readonly expires = computed(() => formatDate(this.draft().expiresAt, this.#language.current()));

  protected discard(): void {
    this.asking.set(false);
    this.discarded.emit();
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DossierSummary } from '@mocua/contract';
import { formatDate, formatInstant, Language, Localized, useTexts } from '@mocua/web/kernel';
import { StatusTag } from '@mocua/web/ui';

@Component({
  selector: 'mocua-dossier-card',
  imports: [RouterLink, Localized, StatusTag],
  templateUrl: './dossier-card.html',
})
export class DossierCard {
  readonly dossier = input.required<DossierSummary>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly submitted = computed(() =>
    formatDate(this.dossier().submittedAt, this.#language.current()),
  );
  protected readonly due = computed(() => {
    const due = this.dossier().dueAt;
    return due === null ? '' : formatInstant(due, this.#language.current());
  });
}

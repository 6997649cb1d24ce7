import { Component, inject, input, signal } from '@angular/core';
import type { OfficerDossierView } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { DueDate, StatusTag } from '@mocua/web/ui';

/** The head of a dossier: code, state, dates with their derivation, units and people. */
@Component({
  selector: 'mocua-dossier-facts',
  imports: [DueDate, StatusTag],
  templateUrl: './dossier-facts.html',
  styleUrl: './dossier-facts.css',
})
export class DossierFacts {
  readonly dossier = input.required<OfficerDossierView>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly copied = signal(false);

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected copy(code: string): void {
    // without the permission the code is still on the screen to be selected
    navigator.clipboard.writeText(code).then(
      () => this.copied.set(true),
      () => this.copied.set(false),
    );
  }
}

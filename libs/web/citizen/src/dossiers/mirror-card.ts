import { Component, inject, input } from '@angular/core';
import type { MirroredDossierView } from '@mocua/contract';
import { formatInstant, Language, Localized, useTexts } from '@mocua/web/kernel';
import { StatusTag } from '@mocua/web/ui';
import { legAhead, mirrorSource } from './mirror-words';

/** A dossier that another system resolves, read-only: how far each part is, as that system told us. */
@Component({
  selector: 'mocua-mirror-card',
  imports: [Localized, StatusTag],
  templateUrl: './mirror-card.html',
})
export class MirrorCard {
  readonly mirror = input.required<MirroredDossierView>();
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly ahead = legAhead;
  protected readonly sourceOf = mirrorSource;

  protected when(instant: string | null): string {
    return instant === null ? '' : formatInstant(instant, this.language.current());
  }
}

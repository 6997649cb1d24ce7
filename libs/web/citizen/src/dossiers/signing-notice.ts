import { Component, inject, input } from '@angular/core';
import { type DossierId, listMyOutgoingDocuments } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';

/** Says in plain words that the answer to the dossier was approved and is being signed and numbered, and since when. */
@Component({
  selector: 'mocua-signing-notice',
  template: `
    @for (document of loaded.value()?.items ?? []; track $index) {
      <section class="mc-card mc-card--soft" [attr.aria-labelledby]="'cho-ky-' + $index">
        <h2 [id]="'cho-ky-' + $index" class="mc-card__title">{{ t('mine.signing.heading') }}</h2>
        <p>{{ t('mine.signing.' + document.standing, { kind: language.text(document.kind) }) }}</p>
        @if (document.since; as since) {
          <p class="mc-muted mc-small">{{ t('mine.signing.since', { time: when(since) }) }}</p>
        }
      </section>
    }
  `,
})
export class SigningNotice {
  readonly dossierId = input.required<DossierId>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly loaded = loadEndpoint(listMyOutgoingDocuments, () => ({
    params: { dossierId: this.dossierId() },
  }));

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }
}

import { Component, inject, input } from '@angular/core';
import type { PublicDossierStatus } from '@mocua/contract';
import { formatInstant, Language, Localized, useTexts } from '@mocua/web/kernel';
import { StatusTag, Timeline } from '@mocua/web/ui';

/** Progress without any personal data. */
@Component({
  selector: 'mocua-tracking-result',
  imports: [Localized, StatusTag, Timeline],
  templateUrl: './tracking-result.html',
})
export class TrackingResult {
  readonly status = input.required<PublicDossierStatus>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();

  protected signedWords({ state, signer, signedAt }: NonNullable<PublicDossierStatus['signature']>): string {
    const at = signedAt === null ? '' : this.when(signedAt);
    return this.t(`public.tracking.signature.${state}`, { signer: signer ?? '', at });
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}

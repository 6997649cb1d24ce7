import { Component, computed, inject, input } from '@angular/core';
import { type DossierId, type DossierOrigins, getMyDossierOrigins } from '@mocua/contract';
import { Language, loadEndpoint, useTexts } from '@mocua/web/kernel';

/** Which values the state filled in, and what could not be fetched at the filing; nothing where there is neither. */
@Component({
  selector: 'mocua-my-dossier-origins',
  template: `
    @if (origins.value(); as view) {
      @if (shown()) {
        <section aria-labelledby="du-lieu-lay-san">
          <h3 id="du-lieu-lay-san">{{ t('mine.dossier.origins.title') }}</h3>
          @if (view.externalCode !== null) {
            <p>{{ t('mine.dossier.origins.external', { code: view.externalCode }) }}</p>
          }
          @for (standing of down(); track standing.register) {
            <div class="mc-notice">
              <p>{{ t('mine.dossier.origins.down', { title: language.text(standing.title) }) }}</p>
              @if (standing.check; as check) {
                <p>{{ outcome(check) }}</p>
              } @else {
                <p>{{ t('mine.dossier.origins.mode.' + standing.whenDown) }}</p>
              }
            </div>
          }
          <ul>
            @for (value of fetched(); track value.fieldId) {
              <li>{{ line(value) }}</li>
            }
          </ul>
        </section>
      }
    }
  `,
})
export class MyDossierOrigins {
  readonly dossierId = input.required<DossierId>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly origins = loadEndpoint(getMyDossierOrigins, () => ({
    params: { dossierId: this.dossierId() },
  }));
  protected readonly down = computed(
    () => this.origins.value()?.registers.filter(({ state }) => state === 'down') ?? [],
  );
  protected readonly fetched = computed(
    () => this.origins.value()?.values.filter(({ fromRegister }) => fromRegister) ?? [],
  );
  protected readonly shown = computed(
    () => this.down().length > 0 || this.fetched().length > 0 || this.origins.value()?.externalCode != null,
  );

  protected line({ label, source }: DossierOrigins['values'][number]): string {
    return this.t('mine.dossier.origins.value', {
      label: this.language.text(label),
      source: this.language.text(source),
    });
  }

  protected outcome({
    outcome,
    differing,
  }: NonNullable<DossierOrigins['registers'][number]['check']>): string {
    const fields = differing.map((label) => this.language.text(label)).join(', ');
    return this.t(`mine.dossier.origins.outcome.${outcome}`, { fields });
  }
}

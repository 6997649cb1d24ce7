import { Component, computed, inject, input } from '@angular/core';
import { type CitizenDossierView, getMyParcel, type ParcelView } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

const failed: ReadonlySet<ParcelView['standing']> = new Set(['not-delivered', 'returned', 'refused']);

/** Where the result is that comes by post, in plain words, and what to do; nothing where none was sent. */
@Component({
  selector: 'mocua-dossier-parcel',
  imports: [ProblemNotice],
  template: `
    @if (loaded.value()?.parcel; as parcel) {
      <section [class]="frame(parcel)" aria-labelledby="buu-gui">
        <h2 id="buu-gui" class="mc-card__title">{{ t('mine.parcel.heading') }}</h2>
        <p>
          <strong>{{ t('mine.parcel.standing.' + standing(parcel)) }}</strong>
        </p>
        <p>{{ t('mine.parcel.next.' + standing(parcel)) }}</p>
        @if (parcel.trackingNumber; as number) {
          <p>
            {{ t('mine.parcel.number') }} <strong class="mc-code">{{ number }}</strong>
          </p>
        }
        @if (parcel.postagePaidBy === 'receiver' && isUnderWay()) {
          <p>{{ t('mine.parcel.postage') }}</p>
        }
        @if (parcel.points.length > 0) {
          <ul>
            @for (point of parcel.points; track $index) {
              <li>{{ line(point) }}</li>
            }
          </ul>
        }
      </section>
    } @else if (loaded.failure(); as failure) {
      <mc-problem-notice [failure]="failure" [retryable]="true" (retried)="loaded.reload()" />
    }
  `,
})
export class DossierParcel {
  readonly dossier = input.required<Pick<CitizenDossierView, 'dossierId' | 'version' | 'state'>>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getMyParcel, () => {
    const { dossierId, version } = this.dossier();
    return version > 0 ? { params: { dossierId } } : undefined;
  });
  protected readonly isUnderWay = computed(() => this.dossier().state === 'done');

  /** An order that was put aside is not one that waits. */
  protected standing({ standing, stuck }: ParcelView): string {
    return stuck ? 'stuck' : standing;
  }

  protected frame({ standing, stuck }: ParcelView): string {
    return stuck || (failed.has(standing) && this.isUnderWay())
      ? 'mc-notice mc-notice--warn'
      : 'mc-card mc-card--soft';
  }

  protected line({ at, step, place }: ParcelView['points'][number]): string {
    const what = this.t(`mine.parcel.step.${step}`);
    const when = formatInstant(at, this.#language.current());
    return place === null ? `${when}: ${what}` : `${when}: ${what}, ${place}`;
  }
}

import { Component, input } from '@angular/core';
import { type DossierId, getNoticeReach } from '@mocua/contract';
import { loadEndpoint, Localized, useTexts } from '@mocua/web/kernel';

/** Says that the applicant could not be told of the last step, so that somebody phones; nothing while they could. */
@Component({
  selector: 'mocua-notice-reach',
  imports: [Localized],
  template: `
    @if (reach.value(); as view) {
      @if (view.unreached && view.last) {
        <section class="mc-notice mc-notice--warn" aria-labelledby="khong-bao-duoc">
          <h2 id="khong-bao-duoc">{{ t('officer.dossier.unreached.heading') }}</h2>
          <p>{{ view.last.title | localized }}</p>
          <ul>
            @for (each of view.last.sent; track each.channel) {
              <li>{{ t('officer.dossier.unreachedBy.' + each.channel + '-' + each.state) }}</li>
            }
          </ul>
          <p>{{ t('officer.dossier.unreached.next') }}</p>
        </section>
      }
    }
  `,
})
export class NoticeReach {
  readonly dossierId = input.required<DossierId>();
  protected readonly t = useTexts();
  protected readonly reach = loadEndpoint(getNoticeReach, () => ({
    params: { dossierId: this.dossierId() },
  }));
}

import { Component, input, output } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/** A secret that the server has just made and will never show again. */
@Component({
  selector: 'mocua-one-time-secret',
  template: `
    <section class="mc-notice mc-notice--good" role="status">
      <h2>{{ heading() }}</h2>
      <p>{{ t('officer.partners.secretLead') }}</p>
      <dl>
        @if (clientId()) {
          <dt>{{ t('officer.partners.clientId') }}</dt>
          <dd class="mc-code secret">{{ clientId() }}</dd>
        }
        <dt>{{ label() }}</dt>
        <dd class="mc-code secret">{{ secret() }}</dd>
      </dl>
      <button type="button" class="mc-button mc-button--secondary" (click)="closed.emit()">
        {{ t('officer.partners.secretClose') }}
      </button>
    </section>
  `,
  styles: `
    .secret {
      margin: 0 0 var(--mc-space-3);
      overflow-wrap: anywhere;
    }
  `,
})
export class OneTimeSecret {
  readonly heading = input.required<string>();
  readonly label = input.required<string>();
  readonly secret = input.required<string>();
  readonly clientId = input('');
  readonly closed = output();
  protected readonly t = useTexts();
}

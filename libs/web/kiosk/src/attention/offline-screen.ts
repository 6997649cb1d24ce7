import { Component, inject, input, output } from '@angular/core';
import { Province, useTexts } from '@mocua/web/kernel';

/** The server cannot be reached: says so, tries again by itself, and names other ways. */
@Component({
  selector: 'mocua-offline-screen',
  template: `
    <div role="alert">
      <h1>{{ t('kiosk.offline.title') }}</h1>
      <p>{{ t('kiosk.offline.still') }}</p>
    </div>
    <p>{{ t('kiosk.offline.lead', { seconds: seconds() }) }}</p>
    <p>
      <button type="button" class="mc-button" (click)="retried.emit()">{{ t('kiosk.offline.retry') }}</button>
    </p>
    <p>{{ t('kiosk.offline.phone', { address: address }) }}</p>
    @if (province()?.hotline; as hotline) {
      <p>
        {{ t('kiosk.attention.hotline') }}: <strong>{{ hotline }}</strong>
      </p>
    }
  `,
})
export class OfflineScreen {
  /** Until the next attempt. */
  readonly seconds = input.required<number>();
  readonly retried = output();
  protected readonly t = useTexts();
  protected readonly province = inject(Province).view;
  protected readonly address = location.host;
}

import { Component, inject } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { KioskSession } from '../session/kiosk-session';
import { SearchFailure } from './search-failure';

/** How to hold the receipt under the reader; the reader itself is heard on every screen. */
@Component({
  selector: 'mocua-qr-screen',
  imports: [SearchFailure],
  template: `
    <h1>{{ t('kiosk.qr.title') }}</h1>
    <mocua-search-failure />
    <div class="qr">
      <svg class="qr__picture" viewBox="0 0 240 200" aria-hidden="true">
        <rect
          x="70"
          y="90"
          width="100"
          height="104"
          rx="6"
          fill="#fff"
          stroke="currentColor"
          stroke-width="4"
        />
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="6"
          d="M86 106h22v22H86zM132 106h22v22h-22zM86 152h22v22H86zM132 152h9v9h-9zM154 152v10M143 174h11"
        />
        <rect x="80" y="6" width="80" height="30" rx="8" fill="currentColor" />
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="3"
          stroke-dasharray="7 6"
          d="M92 40 74 86M148 40l18 46"
        />
      </svg>
      <ol class="qr__steps">
        <li>{{ t('kiosk.qr.step1') }}</li>
        <li>{{ t('kiosk.qr.step2') }}</li>
        <li>{{ t('kiosk.qr.step3') }}</li>
      </ol>
    </div>
    <p role="status" class="qr__status">{{ session.searching() ? t('kiosk.qr.reading') : '' }}</p>
    <p>
      <button type="button" class="mc-button mc-button--secondary" (click)="session.show('/ma-ho-so')">
        {{ t('kiosk.qr.useCode') }}
      </button>
    </p>
  `,
  styleUrl: './qr-screen.css',
})
export class QrScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
}

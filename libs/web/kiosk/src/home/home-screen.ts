import { Component, inject } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { KioskSession } from '../session/kiosk-session';

/** Three big choices. */
@Component({
  selector: 'mocua-home-screen',
  template: `
    <h1>{{ t('kiosk.home.title') }}</h1>
    <div class="choices">
      <button type="button" class="choice" (click)="session.show('/ma-qr')">
        <span class="choice__icon" aria-hidden="true">
          <svg viewBox="0 0 48 48" width="72" height="72">
            <path
              fill="none"
              stroke="currentColor"
              stroke-width="4"
              d="M6 6h12v12H6zM30 6h12v12H30zM6 30h12v12H6zM30 30h5v5h-5zM42 30v6M36 42h6M30 42v-2"
            />
          </svg>
        </span>
        <span
          ><strong>{{ t('kiosk.home.byQr') }}</strong
          ><span class="choice__lead">{{ t('kiosk.home.byQrLead') }}</span></span
        >
      </button>
      <button type="button" class="choice" (click)="session.show('/ma-ho-so')">
        <span class="choice__icon" aria-hidden="true">
          <svg viewBox="0 0 48 48" width="72" height="72">
            <path
              fill="none"
              stroke="currentColor"
              stroke-width="4"
              d="M4 12h40v24H4zM11 20h2M19 20h2M27 20h2M35 20h2M11 28h26"
            />
          </svg>
        </span>
        <span
          ><strong>{{ t('kiosk.home.byCode') }}</strong
          ><span class="choice__lead">{{ t('kiosk.home.byCodeLead') }}</span></span
        >
      </button>
      <button type="button" class="choice choice--help" (click)="session.callOfficer()">
        <span class="choice__icon" aria-hidden="true">
          <svg viewBox="0 0 48 48" width="72" height="72">
            <path
              fill="none"
              stroke="currentColor"
              stroke-width="4"
              d="M24 24a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 43c2-9 9-13 18-13s16 4 18 13"
            />
          </svg>
        </span>
        <span
          ><strong>{{ t('kiosk.home.help') }}</strong
          ><span class="choice__lead">{{ t('kiosk.home.helpLead') }}</span></span
        >
      </button>
    </div>
    <p class="hint">{{ t('kiosk.home.scanAnywhere') }}</p>
  `,
  styleUrl: './home-screen.css',
})
export class HomeScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
}

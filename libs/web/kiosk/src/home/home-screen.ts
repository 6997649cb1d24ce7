import { Component, computed, inject } from '@angular/core';
import type { KioskScreen } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from '../visit/kiosk-visit';

interface Choice {
  /** Last part of its text keys: the name, and `…Lead`. */
  readonly key: string;
  readonly path: string;
  readonly offered: KioskScreen;
  /** Drawn on 48 by 48. */
  readonly icon: string;
}

const choices: readonly Choice[] = [
  {
    key: 'file',
    path: '/tim-kiem',
    offered: 'file',
    icon: 'M10 4h20l8 8v32H10zM30 4v8h8M17 22h14M17 30h14M17 38h8',
  },
  {
    key: 'byQr',
    path: '/ma-qr',
    offered: 'track',
    icon: 'M6 6h12v12H6zM30 6h12v12H30zM6 30h12v12H6zM30 30h5v5h-5zM42 30v6M36 42h6M30 42v-2',
  },
  {
    key: 'byCode',
    path: '/ma-ho-so',
    offered: 'track',
    icon: 'M4 12h40v24H4zM11 20h2M19 20h2M27 20h2M35 20h2M11 28h26',
  },
  {
    key: 'results',
    path: '/dang-nhap',
    offered: 'results',
    icon: 'M8 26v14h32V26M24 6v24M14 20l10 10 10-10',
  },
  {
    key: 'ticket',
    path: '/lay-so',
    offered: 'ticket',
    icon: 'M6 14h36v7a4 4 0 0 0 0 8v7H6v-7a4 4 0 0 0 0-8zM28 14v22',
  },
];

/** Five big choices at most; which of them a machine offers is set from afar. */
@Component({
  selector: 'mocua-home-screen',
  template: `
    <h1>{{ t('kiosk.home.title') }}</h1>
    <div class="choices">
      @for (choice of offered(); track choice.key) {
        <button type="button" class="choice" (click)="choose(choice)">
          <span class="choice__icon" aria-hidden="true">
            <svg viewBox="0 0 48 48" width="72" height="72">
              <path fill="none" stroke="currentColor" stroke-width="4" [attr.d]="choice.icon" />
            </svg>
          </span>
          <span
            ><strong>{{ t('kiosk.home.' + choice.key) }}</strong
            ><span class="choice__lead">{{ t('kiosk.home.' + choice.key + 'Lead') }}</span></span
          >
        </button>
      }
    </div>
    <p class="hint">{{ t('kiosk.home.scanAnywhere') }}</p>
  `,
  styleUrl: './home-screen.css',
})
export class HomeScreen {
  protected readonly t = useTexts();
  readonly #session = inject(KioskSession);
  readonly #visit = inject(KioskVisit);
  protected readonly offered = computed(() => {
    const screens = this.#session.device()?.screens;
    return choices.filter((choice) => screens?.includes(choice.offered) ?? true);
  });

  protected async choose({ key, path }: Choice): Promise<void> {
    if (key === 'results') this.#visit.errand.set('/ket-qua-cua-toi');
    const signedIn = this.#visit.person() !== null;
    await this.#session.show(key === 'results' && signedIn ? '/ket-qua-cua-toi' : path);
  }
}

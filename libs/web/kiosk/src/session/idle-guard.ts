import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { type IdleStage, idleStage } from './idle-watch';
import { KioskSession } from './kiosk-session';

const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const fallback = { idleSeconds: 60, warningSeconds: 20 };

/** Watches for touches; asks once, then ends the visit. */
@Injectable({ providedIn: 'root' })
export class IdleGuard {
  readonly #session = inject(KioskSession);
  readonly #stage = signal<IdleStage>({ kind: 'active' });
  #lastTouch = performance.now();

  readonly secondsLeft = computed(() => {
    const stage = this.#stage();
    return stage.kind === 'warning' ? stage.secondsLeft : null;
  });

  /** @param needed - whether there is anything to wipe */
  watch(needed: () => boolean): void {
    const touched = () => this.stay();
    for (const touch of touches) window.addEventListener(touch, touched, { capture: true, passive: true });
    const timer = setInterval(() => this.#look(needed), 250);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
    });
  }

  /** The visitor is still there. */
  stay(): void {
    this.#lastTouch = performance.now();
    if (this.#stage().kind === 'warning') this.#stage.set({ kind: 'active' });
  }

  #look(needed: () => boolean): void {
    if (!needed()) {
      this.stay();
      return;
    }
    const stage = idleStage(performance.now(), this.#lastTouch, this.#session.device() ?? fallback);
    if (stage.kind === 'expired') {
      this.stay();
      void this.#session.wipe();
    } else if (stage.kind === 'warning' || this.#stage().kind === 'warning') {
      this.#stage.set(stage);
    }
  }
}

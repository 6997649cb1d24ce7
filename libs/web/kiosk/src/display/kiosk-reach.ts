import { Injectable, signal } from '@angular/core';

/** Whether everything to touch stands in the lower part of the screen, for somebody who sits. */
@Injectable({ providedIn: 'root' })
export class KioskReach {
  readonly #low = signal(false);
  readonly low = this.#low.asReadonly();

  toggle(): void {
    this.#low.update((low) => !low);
  }

  reset(): void {
    this.#low.set(false);
  }
}

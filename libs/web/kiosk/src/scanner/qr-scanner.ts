import { DestroyRef, inject, Injectable } from '@angular/core';
import { WedgeReader } from './wedge-reader';

/** Listens to the whole window for a QR reader that types; no field needs to be visible or have the focus. */
@Injectable({ providedIn: 'root' })
export class QrScanner {
  readonly #reader = new WedgeReader();

  listen(onScan: (text: string) => void): void {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = this.#reader.press(event.key, event.timeStamp);
      if (step.kind === 'typed') return;
      // the keys of a scan must neither press the focused button nor land in a field
      event.preventDefault();
      event.stopImmediatePropagation();
      if (step.kind === 'scanned') onScan(step.text);
    };
    window.addEventListener('keydown', press, { capture: true });
    inject(DestroyRef).onDestroy(() => window.removeEventListener('keydown', press, { capture: true }));
  }

  forget(): void {
    this.#reader.forget();
  }
}

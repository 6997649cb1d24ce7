import { computed, Injectable, signal } from '@angular/core';
import type { KioskParts } from '@mocua/contract';

/** How the parts of the machine did when they were last used; told to the administrators with every heartbeat. */
@Injectable({ providedIn: 'root' })
export class MachineParts {
  readonly #printer = signal<KioskParts['printer']>('unknown');
  readonly #scanner = signal<KioskParts['scanner']>('unknown');
  readonly #cardReader = signal<KioskParts['cardReader']>('unknown');
  readonly state = computed((): KioskParts => ({
    printer: this.#printer(),
    scanner: this.#scanner(),
    cardReader: this.#cardReader(),
  }));

  note(part: keyof KioskParts, works: boolean): void {
    const signals = { printer: this.#printer, scanner: this.#scanner, cardReader: this.#cardReader };
    signals[part].set(works ? 'working' : 'failing');
  }
}

/** Build of this application, from the name of its main file; empty where there is none. */
export function appVersion(page: Document): string {
  const source = page.querySelector<HTMLScriptElement>('script[src*="main"]')?.src ?? '';
  return /main-([A-Za-z0-9_]+)\.js/u.exec(source)?.[1] ?? '';
}

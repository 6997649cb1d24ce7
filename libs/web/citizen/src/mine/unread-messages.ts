import { inject, Injectable, signal } from '@angular/core';
import { listMessages } from '@mocua/contract';
import { ApiClient, asApiFailure } from '@mocua/web/kernel';

/** How many messages the person has not read, for the number beside the link to them. */
@Injectable({ providedIn: 'root' })
export class UnreadMessages {
  readonly #api = inject(ApiClient);
  readonly #count = signal(0);
  readonly count = this.#count.asReadonly();

  async load(): Promise<void> {
    try {
      this.set((await this.#api.call(listMessages, { query: {} })).unread);
    } catch (error) {
      // a number beside a link is no reason to alarm anybody; the page of messages says what is wrong
      asApiFailure(error);
    }
  }

  set(count: number): void {
    this.#count.set(count);
  }
}

import { inject, Injectable } from '@angular/core';
import { type CardState, signInByCard } from '@mocua/contract';
import { ApiClient, asApiFailure } from '@mocua/web/kernel';
import { MachineParts } from '../session/machine-parts';

/** Port: the chip card reader of the machine, as a page sees it. */
@Injectable({ providedIn: 'root', useFactory: () => inject(ServerCardReader) })
export abstract class CardReader {
  /** Looks once whether a card lies on the reader and signs its holder in. Rejects with an `ApiFailure`. */
  abstract look(): Promise<CardState>;
}

/** Asks our own server, which asks the reader: the page never speaks to a device, and is believed by nobody. */
@Injectable({ providedIn: 'root' })
export class ServerCardReader extends CardReader {
  readonly #api = inject(ApiClient);
  readonly #parts = inject(MachineParts);

  async look(): Promise<CardState> {
    try {
      const { state } = await this.#api.call(signInByCard, { body: {} });
      if (state !== 'no-card') this.#parts.note('cardReader', state !== 'unreadable');
      return state;
    } catch (error) {
      const failure = asApiFailure(error);
      if (failure.kind === 'problem' && failure.code === 'kiosk.card-reader-unavailable')
        this.#parts.note('cardReader', false);
      throw failure;
    }
  }
}

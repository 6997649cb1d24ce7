import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Callbacks } from '../faults/callbacks';
import type { Faults } from '../faults/faults';
import type { News } from './sector-book';

export interface ProvinceLine {
  /** Without the code of the system. */
  readonly callbackUrl: string;
  readonly secret: string;
}

/** Tells the province what happened to a case. */
export class SectorCallbacks {
  private readonly callbacks: Callbacks;

  constructor(
    private readonly line: ProvinceLine,
    faults: Faults,
  ) {
    this.callbacks = new Callbacks('sector-out', faults);
  }

  tell(system: string, news: News): void {
    const { callbackUrl, secret } = this.line;
    const ChuKy = createHmac('sha256', secret)
      .update(canonicalize(news) ?? '')
      .digest('hex');
    this.callbacks.tell({
      url: `${callbackUrl}/${system}`,
      path: `/${system}`,
      message: { ...news, ChuKy },
      isTaken: (answer) => answer['error_code'] === '0',
    });
  }

  close(): Promise<void> {
    return this.callbacks.close();
  }
}

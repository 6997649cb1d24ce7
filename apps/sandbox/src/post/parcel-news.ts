import { createHmac } from 'node:crypto';
import { Callbacks } from '../faults/callbacks';
import type { Faults } from '../faults/faults';
import type { Movement } from './parcel-book';
import { postTime } from './post-time';

export interface PostCustomer {
  readonly callbackUrl: string;
  readonly customer: string;
  readonly token: string;
  readonly secret: string;
}

/** Tells the province that a parcel moved. */
export class ParcelNews {
  private readonly callbacks: Callbacks;

  constructor(
    private readonly customer: PostCustomer,
    faults: Faults,
  ) {
    this.callbacks = new Callbacks('post-out', faults);
  }

  tell({ reference, code, at }: Movement): void {
    const { callbackUrl, secret } = this.customer;
    const message = { OrderNumber: reference, StatusCode: code, StatusDate: postTime(at) };
    const Signature = createHmac('sha256', secret).update(Object.values(message).join('|')).digest('hex');
    this.callbacks.tell({
      url: callbackUrl,
      path: '/callback',
      message: { ...message, Signature },
      isTaken: (answer) => answer['Status'] === '100',
    });
  }

  close(): Promise<void> {
    return this.callbacks.close();
  }
}

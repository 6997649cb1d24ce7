import { type FailureKind, LgspFailure, type ServiceClient } from '@mocua/lgsp/client';
import {
  type ParcelOrder,
  ParcelRefused,
  PostalService,
  type PostMessage,
  PostUnavailable,
  type Shipment,
  type TrackingPoint,
} from '@mocua/server/delivery';
import type { PostOperations } from './operations';
import { signedOrderNumber } from './wire-signature';

/** Failures that say nothing of the parcel: the post, or the way to it, is not well, or does not know us. */
const down: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'untrusted',
  'unauthorised',
  'timeout',
  'broken',
  'over-quota',
  'circuit-open',
  'too-busy',
  'cancelled',
  'forbidden-address',
]);

/** More pages than any parcel has ever filled. */
const mostPages = 10;

/** The public postal service behind its interface for customers. */
export class PublicPost extends PostalService {
  constructor(
    private readonly client: ServiceClient,
    private readonly operations: PostOperations,
    private readonly secret: string,
  ) {
    super();
  }

  override async order(order: ParcelOrder): Promise<string> {
    const answer = await this.ask(() =>
      this.client.call(this.operations.order, order, { idempotencyKey: order.reference }),
    );
    if (answer instanceof ParcelRefused) throw answer;
    return answer;
  }

  override async callOff(reference: string): Promise<void> {
    await this.ask(() => this.client.call(this.operations.callOff, reference));
  }

  override async find(reference: string): Promise<Shipment | null> {
    const points: TrackingPoint[] = [];
    let [after, trackingNumber] = [0, ''];
    for (let pages = 0; pages < mostPages; pages += 1) {
      const request = { reference, after };
      const page = await this.ask(() => this.client.call(this.operations.track, request));
      if (!page) return null;
      points.push(...page.points);
      trackingNumber = page.trackingNumber;
      if (page.next === null) break;
      after = page.next;
    }
    return { trackingNumber, points };
  }

  override readCallback(message: PostMessage): string | null {
    return signedOrderNumber(message, this.secret);
  }

  override answerCallback(taken: boolean): PostMessage {
    return taken ? { Status: '100', Message: 'Thành công' } : { Status: '401', Message: 'Sai chữ ký' };
  }

  private async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw error instanceof LgspFailure && down.has(error.kind) ? new PostUnavailable(error) : error;
    }
  }
}

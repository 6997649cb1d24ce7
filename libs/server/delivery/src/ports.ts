import type { ParcelStep } from '@mocua/contract';

/** A parcel as it is ordered. */
export interface ParcelOrder {
  /** Ours; the same order under it is one order, however often it is sent. */
  readonly reference: string;
  readonly dossierCode: string;
  readonly sender: string;
  readonly receiver: {
    readonly name: string;
    readonly phone: string;
    readonly street: string;
    readonly ward: string;
    readonly province: string;
  };
}

/** Something that happened to a parcel. */
export interface TrackingPoint {
  /** Number of the post; a point keeps it. */
  readonly pointId: string;
  /** ISO instant. */
  readonly at: string;
  readonly step: ParcelStep;
  readonly place: string | null;
}

export interface Shipment {
  readonly trackingNumber: string;
  readonly points: readonly TrackingPoint[];
}

/** A message of the post in its own words; only the adapter reads and writes it. */
export type PostMessage = Readonly<Record<string, unknown>>;

/** The post read the order and will not take it; asking again gives the same. */
export class ParcelRefused extends Error {
  constructor() {
    super('the post does not take this parcel');
    this.name = 'ParcelRefused';
  }
}

/** The post as a whole does not answer now. */
export class PostUnavailable extends Error {
  constructor(cause?: unknown) {
    super('the post does not answer', { cause });
    this.name = 'PostUnavailable';
  }
}

/** The public postal service. Every method that asks it throws when it does not answer as it should. */
export abstract class PostalService {
  /** Answers the number of the parcel; ordering again under the same reference answers the same. @throws ParcelRefused */
  abstract order(order: ParcelOrder): Promise<string>;
  /** Calls an order off that was not collected yet; one that is unknown or gone already stays as it is. */
  abstract callOff(reference: string): Promise<void>;
  /** The parcel with everything that happened to it; null when the post knows no such order. */
  abstract find(reference: string): Promise<Shipment | null>;
  /** The reference a message is about; null when its signature is not that of the post. */
  abstract readCallback(message: PostMessage): string | null;
  abstract answerCallback(taken: boolean): PostMessage;
}

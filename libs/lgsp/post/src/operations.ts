import type { EncodedRequest, Operation, ServiceDescription } from '@mocua/lgsp/client';
import { ParcelRefused, type ParcelOrder, type TrackingPoint } from '@mocua/server/delivery';
import { z } from 'zod';
import { stepOfCode } from './wire-states';
import { instantOf } from './wire-time';

export interface PostAccount {
  /** Number of the province as a customer of the post. */
  readonly customer: string;
  readonly token: string;
  /** Who pays the postage to the post. */
  readonly paidBy: 'receiver' | 'agency';
  /** Province the parcels are sent from, as it is called. */
  readonly province: string;
}

const number = z.string().trim().min(3).max(40);
const ordered = z.discriminatedUnion('Status', [
  z.object({ Status: z.literal('100'), ItemCode: number }),
  z.object({ Status: z.literal('400') }),
]);
const calledOff = z.object({ Status: z.enum(['100', '404', '409']) });
const point = z.object({
  id: z.int().min(1),
  statusCode: z.string(),
  statusDate: z.string(),
  location: z.string().max(200).nullish(),
});
const tracked = z.discriminatedUnion('Status', [
  z.object({ Status: z.literal('100'), ItemCode: number, data: z.array(point).max(200) }),
  z.object({ Status: z.literal('404') }),
]);

/** One page of what happened to a parcel. */
export interface TrackingPage {
  readonly trackingNumber: string;
  readonly points: readonly TrackingPoint[];
  /** Number of the last point; null when the page is the last one. */
  readonly next: number | null;
}

export const pageSize = 50;

/** What the post can be asked. Nothing it answers leaves this file in its own words. */
export class PostOperations {
  constructor(
    private readonly service: ServiceDescription,
    private readonly account: PostAccount,
  ) {}

  /** Answers the number of the parcel, or that it is refused. */
  readonly order: Operation<ParcelOrder, string | ParcelRefused> = this.operation(
    'order',
    (order) => this.fieldsOf(order),
    (answer) => {
      const read = ordered.parse(answer);
      return read.Status === '100' ? read.ItemCode : new ParcelRefused();
    },
  );

  readonly callOff: Operation<string, void> = this.operation(
    'cancel',
    (reference) => ({ OrderNumber: reference }),
    (answer) => void calledOff.parse(answer),
  );

  readonly track: Operation<{ reference: string; after: number }, TrackingPage | null> = this.operation(
    'getOrderTracking',
    ({ reference, after }) => ({ orderNumber: reference, lastId: after, pageSize }),
    (answer) => {
      const read = tracked.parse(answer);
      if (read.Status === '404') return null;
      const last = read.data.at(-1);
      return {
        trackingNumber: read.ItemCode,
        points: read.data.flatMap(({ id, statusCode, statusDate, location }) => {
          const step = stepOfCode[statusCode];
          const place = location?.trim() || null;
          return step === undefined ? [] : [{ pointId: String(id), at: instantOf(statusDate), step, place }];
        }),
        next: last && read.data.length === pageSize ? last.id : null,
      };
    },
  );

  /** The post collects no money for us: what the procedure costs was paid before. Districts exist no more. */
  private fieldsOf({ reference, dossierCode, sender, receiver }: ParcelOrder): Fields {
    return {
      OrderNumber: reference,
      Description: `Kết quả hồ sơ ${dossierCode}`,
      CODAmount: 0,
      PostagePaidBy: this.account.paidBy === 'receiver' ? 'RECEIVER' : 'SENDER',
      SenderName: sender,
      SenderProvince: this.account.province,
      ReceiverName: receiver.name,
      ReceiverTel: receiver.phone,
      ReceiverAddress: `${receiver.street}, ${receiver.ward}`,
      ReceiverProvince: receiver.province,
    };
  }

  /** Each may be sent again: the post knows an order by our number for it. */
  private operation<Request, Response>(
    name: string,
    fields: (request: Request) => Fields,
    decode: (answer: unknown) => Response,
  ): Operation<Request, Response> {
    const encode = (request: Request): EncodedRequest => ({
      path: name,
      headers: { access_token: this.account.token },
      body: { CustomerCode: this.account.customer, ...fields(request) },
    });
    return { service: this.service, name, method: 'POST', idempotent: true, encode, decode };
  }
}

type Fields = Readonly<Record<string, string | number>>;

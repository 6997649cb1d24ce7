import { Transport, type WireAnswer, type WireRequest } from './transport';

/** Name of a member in an X-Road instance: `INSTANCE/CLASS/MEMBER/SUBSYSTEM`. */
export interface XRoadMember {
  readonly instance: string;
  readonly memberClass: string;
  readonly memberCode: string;
  readonly subsystem: string;
}

/**
 * Adds what a security server of X-Road asks for (REST message protocol, section 4.3) to whatever transport lies below:
 * who calls, and an id that both sides keep.
 */
export class XRoadTransport extends Transport {
  constructor(
    private readonly below: Transport,
    private readonly client: XRoadMember,
  ) {
    super();
  }

  override send(request: WireRequest): Promise<WireAnswer> {
    const { instance, memberClass, memberCode, subsystem } = this.client;
    const member = [instance, memberClass, memberCode, subsystem].map(encodeURIComponent).join('/');
    const id = request.headers['x-correlation-id'];
    return this.below.send({
      ...request,
      headers: {
        ...request.headers,
        'x-road-client': member,
        ...(id === undefined ? {} : { 'x-road-id': id }),
      },
    });
  }

  override close(): Promise<void> {
    return this.below.close();
  }
}

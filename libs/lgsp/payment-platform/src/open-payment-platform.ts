import {
  type AllowedAddresses,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { NationalPaymentPlatform } from './national-payment-platform';
import { type PartnerAccount, PlatformOperations } from './operations';

export interface PaymentPlatformConnection extends PartnerAccount {
  /** Address of the platform, for example `https://thanhtoan.example.gov.vn/`. */
  readonly url: string;
  readonly limits?: Partial<ServiceLimits>;
  readonly now?: () => Date;
}

/** A person waits for the page to pay on: it comes soon, or the person is told that it does not. */
const limits: Partial<ServiceLimits> = { readMs: 5_000, totalMs: 8_000, attempts: 2 };

/** Opens the way to the payment platform. @param allowed - what this process may call */
export function openPaymentPlatform(
  connection: PaymentPlatformConnection,
  allowed: AllowedAddresses,
): NationalPaymentPlatform {
  const { url, partner, secret } = connection;
  const now = connection.now ?? (() => new Date());
  const service: ServiceDescription = {
    name: 'payment',
    contractVersion: '1.0.6',
    baseUrl: url,
    limits: { ...limits, ...connection.limits },
  };
  const client = new ServiceClient(service, { transport: new HttpTransport(service, allowed) });
  const account = { partner, secret };
  return new NationalPaymentPlatform(client, new PlatformOperations(service, account, now), account, now);
}

import {
  type AllowedAddresses,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { type Email, MessageSender, type Sms, type ZaloMessage } from '@mocua/server/notification';
import { MessageGateway } from './message-gateway';
import { ZaloAccount, type ZaloOptions } from './zalo-account';

export interface CarriersConnection {
  /** Gateway of text messages and e-mail, for example `http://localhost:4000/messages`. */
  readonly gatewayUrl: string;
  readonly zalo: ZaloOptions & { readonly url: string };
  readonly limits?: Partial<ServiceLimits>;
}

/**
 * One try a call: a message that was not taken is tried again by its own plan, minutes later. The gateway is asked for a
 * round of messages at once and must not hold it when it hangs.
 */
const limits: Partial<ServiceLimits> = {
  readMs: 5_000,
  totalMs: 15_000,
  attempts: 1,
  answerBytes: 64 * 1024,
};

/** Whoever carries our messages. A carrier that is down is left alone for a while and does not keep the other from its work. */
export class Carriers extends MessageSender {
  private constructor(
    private readonly gateway: MessageGateway,
    private readonly account: ZaloAccount,
    private readonly clients: readonly ServiceClient[],
  ) {
    super();
  }

  /** @param allowed - what this process may call */
  static open(connection: CarriersConnection, allowed: AllowedAddresses): Carriers {
    const line = (name: string, contractVersion: string, baseUrl: string) => {
      const service: ServiceDescription = {
        name,
        contractVersion,
        baseUrl,
        limits: { ...limits, ...connection.limits },
      };
      return [
        service,
        new ServiceClient(service, { transport: new HttpTransport(service, allowed) }),
      ] as const;
    };
    const gateway = line('message-gateway', '1', connection.gatewayUrl);
    const zalo = line('zalo', '2', connection.zalo.url);
    return new Carriers(new MessageGateway(...gateway), new ZaloAccount(...zalo, connection.zalo), [
      gateway[1],
      zalo[1],
    ]);
  }

  override sms(message: Sms): Promise<void> {
    return this.gateway.sms(message);
  }

  override email(message: Email): Promise<void> {
    return this.gateway.email(message);
  }

  override zalo(message: ZaloMessage): Promise<void> {
    return this.account.send(message);
  }

  /** Ends the connections. */
  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
  }
}

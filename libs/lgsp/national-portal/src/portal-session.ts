import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { z } from 'zod';

export interface PortalAccount {
  readonly username: string;
  readonly password: string;
  /** Code of the destination on the national data axis; goes into the header `dstcode`. */
  readonly destinationCode: string;
}

const answer = z.object({ error_code: z.union([z.number(), z.string()]), session: z.string().min(1) });

/** The session of the adapter: asked for once, shared by all calls, and anew when the portal has ended it. */
export class PortalSession {
  private asking: Promise<string> | null = null;
  private readonly signIn: Operation<PortalAccount, string>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
    private readonly account: PortalAccount,
  ) {
    this.signIn = {
      service,
      name: 'dang-nhap',
      method: 'POST',
      idempotent: true,
      encode: ({ username, password, destinationCode }) => ({
        path: 'auth',
        headers: { dstcode: destinationCode },
        body: { username, password },
      }),
      decode: (value) => answer.parse(value).session,
    };
  }

  /** @throws LgspFailure */
  get(): Promise<string> {
    this.asking ??= this.client.call(this.signIn, this.account).catch((error: unknown) => {
      this.asking = null;
      throw error;
    });
    return this.asking;
  }

  /** The portal does not know the session any more. */
  forget(session: string): void {
    void this.asking?.then((known) => {
      if (known === session) this.asking = null;
    });
  }
}

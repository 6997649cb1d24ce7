import { Injectable } from '@nestjs/common';
import type { DeviceId, PartyId } from '@mocua/contract';
import { Clock, Database, newId, problem } from '@mocua/server/kernel';
import type { IdentityLevel } from '../domain/party';
import { hashOfSecret, newSecretToken } from '../domain/secret-token';
import { DeviceStore } from '../persistence/device.store';
import { KioskSignInStore } from '../persistence/kiosk-sign-in.store';
import { LoginEventStore } from '../persistence/login-event.store';
import { SessionStore } from '../persistence/session.store';

export interface KioskVisitor {
  readonly partyId: PartyId;
  readonly level: IdentityLevel;
  readonly method: 'vneid' | 'device';
}

/** Opens and ends the visit of a person at a kiosk: a session of a citizen that is bound to the machine. */
@Injectable()
export class KioskVisits {
  constructor(
    private readonly devices: DeviceStore,
    private readonly sessions: SessionStore,
    private readonly signIns: KioskSignInStore,
    private readonly logins: LoginEventStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whoever was signed in at the machine is not any more. Answers the token for the cookie of the visit. */
  async open(deviceId: DeviceId, { partyId, level, method }: KioskVisitor): Promise<string> {
    const device = await this.devices.find(deviceId);
    if (device?.state !== 'active') throw problem('session.required');
    const token = newSecretToken();
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.sessions.endAllAt(tx, deviceId, 'replaced', now);
      const session = {
        sessionId: newId(now),
        audience: 'citizen' as const,
        partyId,
        level,
        deviceId,
        csrfToken: newSecretToken(),
        createdAt: now,
        lastSeenAt: now,
      };
      await this.sessions.insert(tx, session, { tokenHash: hashOfSecret(token), idTokenSealed: null });
      const client = `${device.name}, ${device.place}`;
      await this.logins.append(
        { partyId, audience: 'citizen', method, outcome: 'signed-in', client, at: now },
        tx,
      );
    });
    return token;
  }

  /** Ends whatever a person left at the machine, a code that waits for their phone included. Safe to repeat. */
  async end(deviceId: DeviceId): Promise<void> {
    const device = await this.devices.find(deviceId);
    const now = this.clock.now();
    await this.signIns.cancelAt(deviceId);
    await this.database.transaction(async (tx) => {
      for (const partyId of await this.sessions.endAllAt(tx, deviceId, 'signed-out', now)) {
        const client = `${device?.name ?? ''}, ${device?.place ?? ''}`;
        const event = { partyId, audience: 'citizen', method: 'device', outcome: 'signed-out' } as const;
        await this.logins.append({ ...event, client, at: now }, tx);
      }
    });
  }
}

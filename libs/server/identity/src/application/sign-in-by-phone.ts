import { Injectable } from '@nestjs/common';
import type { DeviceId, getPhoneSignIn, PhoneSignIn, ResponseOf } from '@mocua/contract';
import { type CitizenActor, Clock, Config, newId, problem } from '@mocua/server/kernel';
import { phoneSignInLifetimeMs } from '../domain/kiosk-visit';
import { hashOfSecret, newMatchNumber, newSecretToken } from '../domain/secret-token';
import { DeviceStore } from '../persistence/device.store';
import { KioskSignInStore } from '../persistence/kiosk-sign-in.store';
import { KioskVisits } from './kiosk-visits';
import { UnitDirectory } from './unit-directory';

/** What came of a sign-in; `token` is for the cookie of the visit. */
export type PhoneSignInResult =
  | { readonly state: 'waiting' | 'refused' | 'expired'; readonly token: null }
  | { readonly state: 'signed-in'; readonly token: string };

/**
 * Sign-in at a kiosk by a phone on which the person is signed in with VNeID. The code is good for one answer, for three
 * minutes, and for the machine that showed it.
 */
@Injectable()
export class SignInByPhone {
  constructor(
    private readonly signIns: KioskSignInStore,
    private readonly devices: DeviceStore,
    private readonly units: UnitDirectory,
    private readonly visits: KioskVisits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async begin(deviceId: DeviceId): Promise<PhoneSignIn> {
    const now = this.clock.now();
    const code = newSecretToken();
    const signInId = newId<string>(now);
    const matchNumber = newMatchNumber();
    const expiresAt = new Date(now.getTime() + phoneSignInLifetimeMs);
    await this.signIns.begin({ signInId, deviceId, matchNumber, expiresAt }, hashOfSecret(code), now);
    // Behind the hash, so that no log of a server ever holds the code.
    const url = `${this.config.publicOrigin}/kiosk/dien-thoai#d=${code}`;
    return { signInId, url, matchNumber, expiresAt: expiresAt.toISOString() };
  }

  /** Which machine asks. @throws Problem `kiosk.sign-in-not-found` */
  async describe(code: string): Promise<ResponseOf<typeof getPhoneSignIn>> {
    const signIn = await this.signIns.findWaiting(hashOfSecret(code), this.clock.now());
    const device = signIn === null ? null : await this.devices.find(signIn.deviceId);
    if (signIn === null || device?.state !== 'active') throw problem('kiosk.sign-in-not-found');
    const unitName = (await this.units.get(device.unitId)).name;
    return { deviceName: device.name, place: device.place, unitName, matchNumber: signIn.matchNumber };
  }

  /** The person on the phone says yes or no, once. @throws Problem `kiosk.sign-in-not-found` */
  async answer(actor: CitizenActor, code: string, accept: boolean): Promise<void> {
    // A visit at a kiosk must not open another one: the phone has to be the person's own.
    if (actor.atKiosk !== undefined) throw problem('session.forbidden');
    const { partyId, identityLevel: level } = actor;
    const answered = await this.signIns.answer(
      hashOfSecret(code),
      { accept, partyId, level },
      this.clock.now(),
    );
    if (!answered) throw problem('kiosk.sign-in-not-found');
  }

  /** @throws Problem `kiosk.sign-in-not-found` for one of another machine, and for one that was used */
  async collect(deviceId: DeviceId, signInId: string): Promise<PhoneSignInResult> {
    const outcome = await this.signIns.collect(signInId, deviceId, this.clock.now());
    if (outcome === null) throw problem('kiosk.sign-in-not-found');
    if (typeof outcome === 'string') return { state: outcome, token: null };
    return { state: 'signed-in', token: await this.visits.open(deviceId, { ...outcome, method: 'vneid' }) };
  }
}

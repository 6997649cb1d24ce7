import { Injectable } from '@nestjs/common';
import type { CardState, DeviceId } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { readCardIdentity } from '../domain/card-identity';
import { CardReader } from '../ports';
import { KioskVisits } from './kiosk-visits';
import { PartyDirectory } from './party-directory';
import { RecordClaims } from './record-claims';
import { RegisterParty } from './register-party';

export type CardSignInResult =
  | { readonly state: Exclude<CardState, 'signed-in'>; readonly token: null }
  | { readonly state: 'signed-in'; readonly token: string };

/** Sign-in at a kiosk by the chip of an identity card. */
@Injectable()
export class SignInByCard {
  constructor(
    private readonly reader: CardReader,
    private readonly register: RegisterParty,
    private readonly recordClaims: RecordClaims,
    private readonly parties: PartyDirectory,
    private readonly visits: KioskVisits,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `kiosk.card-reader-unavailable` */
  async execute(deviceId: DeviceId): Promise<CardSignInResult> {
    const card = await this.reader.take(deviceId);
    if (card.kind === 'none') return { state: 'no-card', token: null };
    const identity = card.kind === 'card' ? readCardIdentity(card.data, this.clock.today()) : null;
    if (card.kind === 'unreadable' || identity === null) return { state: 'unreadable', token: null };
    if (!card.holderMatched) return { state: 'holder-not-matched', token: null };
    const partyId = await this.register.execute(identity);
    // VNeID knows more than the chip (phone, e-mail); what it said stays, with its own source and time.
    if ((await this.parties.claims(partyId)) === null) {
      const account = { provider: 'chip-card', ...identity.account };
      await this.recordClaims.execute(partyId, identity.level, { values: identity.values, account });
    }
    const visitor = { partyId, level: identity.level, method: 'device' } as const;
    return { state: 'signed-in', token: await this.visits.open(deviceId, visitor) };
  }
}

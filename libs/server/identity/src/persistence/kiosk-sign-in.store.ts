import { Injectable } from '@nestjs/common';
import type { DeviceId, PartyId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';
import type { IdentityLevel } from '../domain/party';

export interface KioskSignIn {
  readonly signInId: string;
  readonly deviceId: DeviceId;
  readonly matchNumber: string;
  readonly expiresAt: Date;
}

/** Sign-ins at kiosks that wait for a phone; of their codes only hashes are kept. */
@Injectable()
export class KioskSignInStore {
  constructor(private readonly database: Database) {}

  /** A machine shows one code at a time; the one before dies. */
  async begin(signIn: KioskSignIn, codeHash: Buffer, now: Date): Promise<void> {
    await this.cancelAt(signIn.deviceId);
    await this.database.query(
      `INSERT INTO identity.kiosk_sign_ins (sign_in_id, device_id, code_hash, match_number, state, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 'waiting', $5, $6)`,
      [signIn.signInId, signIn.deviceId, codeHash, signIn.matchNumber, now, signIn.expiresAt],
    );
  }

  /** One that waits for an answer; null for any other. */
  async findWaiting(codeHash: Buffer, now: Date): Promise<KioskSignIn | null> {
    return this.database.one<KioskSignIn & Record<string, unknown>>(
      `SELECT sign_in_id AS "signInId", device_id AS "deviceId", match_number AS "matchNumber", expires_at AS "expiresAt"
       FROM identity.kiosk_sign_ins WHERE code_hash = $1 AND state = 'waiting' AND expires_at > $2`,
      [codeHash, now],
    );
  }

  /** Answers once; false when it was answered, cancelled or had run out. */
  async answer(
    codeHash: Buffer,
    answer: { accept: boolean; partyId: PartyId; level: IdentityLevel },
    now: Date,
  ): Promise<boolean> {
    const row = await this.database.one(
      `UPDATE identity.kiosk_sign_ins SET state = $2, party_id = $3, level = $4
       WHERE code_hash = $1 AND state = 'waiting' AND expires_at > $5 RETURNING sign_in_id`,
      [codeHash, answer.accept ? 'confirmed' : 'refused', answer.partyId, answer.level, now],
    );
    return row !== null;
  }

  /** What came of a sign-in at this very machine; a confirmed one is given out once. */
  async collect(
    signInId: string,
    deviceId: DeviceId,
    now: Date,
  ): Promise<{ partyId: PartyId; level: IdentityLevel } | 'waiting' | 'refused' | 'expired' | null> {
    const taken = await this.database.one<{ partyId: PartyId; level: IdentityLevel }>(
      `UPDATE identity.kiosk_sign_ins SET state = 'collected'
       WHERE sign_in_id = $1 AND device_id = $2 AND state = 'confirmed' AND expires_at > $3
       RETURNING party_id AS "partyId", level`,
      [signInId, deviceId, now],
    );
    if (taken !== null) return taken;
    const row = await this.database.one<{ state: string; expired: boolean }>(
      `SELECT state, expires_at <= $3 AS expired FROM identity.kiosk_sign_ins WHERE sign_in_id = $1 AND device_id = $2`,
      [signInId, deviceId, now],
    );
    if (row === null || row.state === 'collected' || row.state === 'cancelled') return null;
    if (row.state === 'refused') return 'refused';
    return row.expired ? 'expired' : 'waiting';
  }

  async cancelAt(deviceId: DeviceId): Promise<void> {
    await this.database.query(
      `UPDATE identity.kiosk_sign_ins SET state = 'cancelled' WHERE device_id = $1 AND state IN ('waiting', 'confirmed')`,
      [deviceId],
    );
  }
}

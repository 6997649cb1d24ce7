import { Injectable } from '@nestjs/common';
import type { DeviceId, KioskParts, KioskSettings, PartyId, UnitId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';
import { defaultKioskSettings, unknownParts } from '../domain/kiosk-settings';

export interface Device {
  readonly deviceId: DeviceId;
  readonly name: string;
  readonly unitId: UnitId;
  readonly place: string;
  readonly state: 'awaiting' | 'active' | 'revoked';
  readonly lastSeenAt: Date | null;
  readonly appVersion: string | null;
  readonly parts: KioskParts;
  readonly settings: KioskSettings;
}

export interface DeviceInUse extends Device {
  readonly csrfToken: string;
}

interface DeviceRow {
  device_id: DeviceId;
  name: string;
  unit_id: UnitId;
  place: string;
  state: Device['state'];
  last_seen_at: Date | null;
  csrf_token: string | null;
  app_version: string | null;
  parts: KioskParts | null;
  settings: KioskSettings | null;
}

const columns =
  'device_id, name, unit_id, place, state, last_seen_at, csrf_token, app_version, parts, settings';

/** Registered kiosks; of registration code and token only hashes are kept. */
@Injectable()
export class DeviceStore {
  constructor(private readonly database: Database) {}

  async list(): Promise<readonly Device[]> {
    const rows = await this.database.query<DeviceRow>(
      `SELECT ${columns} FROM identity.devices ORDER BY state = 'revoked', created_at DESC, device_id LIMIT 1000`,
    );
    return rows.map(toDevice);
  }

  async find(deviceId: DeviceId): Promise<Device | null> {
    const row = await this.database.one<DeviceRow>(
      `SELECT ${columns} FROM identity.devices WHERE device_id = $1`,
      [deviceId],
    );
    return row === null ? null : toDevice(row);
  }

  async findByToken(tokenHash: Buffer): Promise<DeviceInUse | null> {
    const row = await this.database.one<DeviceRow>(
      `SELECT ${columns} FROM identity.devices WHERE token_hash = $1 AND state = 'active'`,
      [tokenHash],
      'device-by-token',
    );
    return row === null ? null : { ...toDevice(row), csrfToken: row.csrf_token ?? '' };
  }

  async insert(
    device: Device,
    registration: { codeHash: Buffer; expiresAt: Date; registeredBy: PartyId; now: Date },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO identity.devices (device_id, name, unit_id, place, state, registration_code_hash,
         registration_expires_at, registered_by, created_at)
       VALUES ($1, $2, $3, $4, 'awaiting', $5, $6, $7, $8)`,
      [
        device.deviceId,
        device.name,
        device.unitId,
        device.place,
        registration.codeHash,
        registration.expiresAt,
        registration.registeredBy,
        registration.now,
      ],
    );
  }

  /** Uses up a registration code; null when it is unknown, expired or used. */
  async activate(
    codeHash: Buffer,
    secrets: { tokenHash: Buffer; csrfToken: string },
    now: Date,
  ): Promise<Device | null> {
    const row = await this.database.one<DeviceRow>(
      `UPDATE identity.devices SET state = 'active', registration_code_hash = NULL, registration_expires_at = NULL,
         token_hash = $2, csrf_token = $3, activated_at = $4, last_seen_at = $4
       WHERE registration_code_hash = $1 AND state = 'awaiting' AND registration_expires_at > $4
       RETURNING ${columns}`,
      [codeHash, secrets.tokenHash, secrets.csrfToken, now],
    );
    return row === null ? null : toDevice(row);
  }

  /** Revokes a device; its token dies with it. */
  async revoke(deviceId: DeviceId, now: Date): Promise<Device | null> {
    const row = await this.database.one<DeviceRow>(
      `UPDATE identity.devices SET state = 'revoked', revoked_at = COALESCE(revoked_at, $2), token_hash = NULL,
         csrf_token = NULL, registration_code_hash = NULL
       WHERE device_id = $1 RETURNING ${columns}`,
      [deviceId, now],
    );
    return row === null ? null : toDevice(row);
  }

  /** A sign of life, and what the machine says about itself. */
  async touch(
    deviceId: DeviceId,
    said: { appVersion: string; parts: KioskParts },
    now: Date,
  ): Promise<Device | null> {
    const row = await this.database.one<DeviceRow>(
      `UPDATE identity.devices SET last_seen_at = $2, app_version = $3, parts = $4::jsonb
       WHERE device_id = $1 AND state = 'active' RETURNING ${columns}`,
      [deviceId, now, said.appVersion, JSON.stringify(said.parts)],
    );
    return row === null ? null : toDevice(row);
  }

  async saveSettings(deviceId: DeviceId, settings: KioskSettings): Promise<Device | null> {
    const row = await this.database.one<DeviceRow>(
      `UPDATE identity.devices SET settings = $2::jsonb WHERE device_id = $1 RETURNING ${columns}`,
      [deviceId, JSON.stringify(settings)],
    );
    return row === null ? null : toDevice(row);
  }
}

function toDevice(row: DeviceRow): Device {
  return {
    deviceId: row.device_id,
    name: row.name,
    unitId: row.unit_id,
    place: row.place,
    state: row.state,
    lastSeenAt: row.last_seen_at,
    appVersion: row.app_version,
    parts: row.parts ?? unknownParts,
    settings: row.settings ?? defaultKioskSettings,
  };
}

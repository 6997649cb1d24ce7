import { Injectable } from '@nestjs/common';
import type { DeviceId, DeviceView, KioskSettings, UnitId } from '@mocua/contract';
import { Clock, newId, type OfficerActor, problem } from '@mocua/server/kernel';
import { defaultKioskSettings, unknownParts } from '../domain/kiosk-settings';
import { hashOfSecret, newRegistrationCode, normaliseRegistrationCode } from '../domain/secret-token';
import { type Device, DeviceStore } from '../persistence/device.store';
import { UnitDirectory } from './unit-directory';

/** How long a registration code may be typed on the new kiosk. */
const registrationLifetimeMs = 24 * 3_600_000;

/**
 * Announces and revokes kiosks. An administrator manages the devices of the units below their own; the provincial one
 * therefore all of them.
 */
@Injectable()
export class ManageDevices {
  constructor(
    private readonly devices: DeviceStore,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async list(actor: OfficerActor): Promise<readonly DeviceView[]> {
    const tree = await this.units.tree();
    const reach = new Set<UnitId>(actor.assignment === null ? [] : tree.descendants(actor.assignment.unitId));
    return (await this.devices.list())
      .filter((device) => reach.has(device.unitId))
      .map((device) => toDeviceView(device, tree.find(device.unitId)?.name ?? ''));
  }

  /** @throws Problem `unit.not-found` for a closed unit or one beyond the administrator's reach */
  async register(
    actor: OfficerActor,
    wish: { readonly name: string; readonly unitId: UnitId; readonly place: string },
  ): Promise<{ device: DeviceView; registrationCode: string }> {
    await this.assertReach(actor, wish.unitId, 'unit.not-found');
    const unit = await this.units.getOpen(wish.unitId);
    const now = this.clock.now();
    const registrationCode = newRegistrationCode();
    const device: Device = {
      ...wish,
      deviceId: newId<DeviceId>(now),
      state: 'awaiting',
      lastSeenAt: null,
      appVersion: null,
      parts: unknownParts,
      settings: defaultKioskSettings,
    };
    await this.devices.insert(device, {
      codeHash: hashOfSecret(normaliseRegistrationCode(registrationCode)),
      expiresAt: new Date(now.getTime() + registrationLifetimeMs),
      registeredBy: actor.partyId,
      now,
    });
    return { device: toDeviceView(device, unit.name), registrationCode };
  }

  /** Its next request is refused. @throws Problem `device.not-found` */
  async revoke(actor: OfficerActor, deviceId: DeviceId): Promise<DeviceView> {
    const device = await this.within(actor, deviceId);
    const revoked = await this.devices.revoke(deviceId, this.clock.now());
    return toDeviceView(revoked ?? device, (await this.units.get(device.unitId)).name);
  }

  /** The kiosk takes them up with its next heartbeat. @throws Problem `device.not-found` */
  async configure(actor: OfficerActor, deviceId: DeviceId, settings: KioskSettings): Promise<DeviceView> {
    const device = await this.within(actor, deviceId);
    const saved = await this.devices.saveSettings(deviceId, settings);
    return toDeviceView(saved ?? device, (await this.units.get(device.unitId)).name);
  }

  private async within(actor: OfficerActor, deviceId: DeviceId): Promise<Device> {
    const device = await this.devices.find(deviceId);
    if (device === null) throw problem('device.not-found');
    await this.assertReach(actor, device.unitId, 'device.not-found');
    return device;
  }

  private async assertReach(
    actor: OfficerActor,
    unitId: UnitId,
    code: 'unit.not-found' | 'device.not-found',
  ): Promise<void> {
    const { assignment } = actor;
    if (assignment === null || !(await this.units.tree()).covers(assignment.unitId, unitId))
      throw problem(code);
  }
}

function toDeviceView(device: Device, unitName: string): DeviceView {
  const { deviceId, name, unitId, place, state, lastSeenAt, appVersion, parts, settings } = device;
  const seen = { lastSeenAt: lastSeenAt?.toISOString() ?? null, appVersion, parts };
  return { deviceId, name, unitId, unitName, place, state, ...seen, settings };
}

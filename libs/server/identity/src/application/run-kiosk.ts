import { Injectable } from '@nestjs/common';
import type { DeviceId, KioskParts, KioskView } from '@mocua/contract';
import { Clock, problem } from '@mocua/server/kernel';
import { hashOfSecret, newSecretToken, normaliseRegistrationCode } from '../domain/secret-token';
import { type Device, DeviceStore } from '../persistence/device.store';
import { UnitDirectory } from './unit-directory';

/** What a kiosk does about itself: prove its registration, read its settings, tell that it is alive. */
@Injectable()
export class RunKiosk {
  constructor(
    private readonly devices: DeviceStore,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** Uses up a registration code. @throws Problem `device.unknown-code` */
  async activate(typedCode: string): Promise<{ kiosk: KioskView; token: string }> {
    const token = newSecretToken();
    const device = await this.devices.activate(
      hashOfSecret(normaliseRegistrationCode(typedCode)),
      { tokenHash: hashOfSecret(token), csrfToken: newSecretToken() },
      this.clock.now(),
    );
    if (device === null) throw problem('device.unknown-code');
    return { kiosk: await this.view(device), token };
  }

  /** @throws Problem `session.required` when the device has been revoked meanwhile */
  async read(deviceId: DeviceId): Promise<KioskView> {
    const device = await this.devices.find(deviceId);
    if (device?.state !== 'active') throw problem('session.required');
    return this.view(device);
  }

  /** Answers the settings as they are now. @throws Problem `session.required` when the device has been revoked meanwhile */
  async heartbeat(
    deviceId: DeviceId,
    said: { readonly appVersion: string; readonly parts: KioskParts },
  ): Promise<KioskView> {
    const device = await this.devices.touch(deviceId, said, this.clock.now());
    if (device === null) throw problem('session.required');
    return this.view(device);
  }

  private async view({ deviceId, name, place, unitId, settings }: Device): Promise<KioskView> {
    return {
      deviceId,
      name,
      place,
      unitId,
      unitName: (await this.units.get(unitId)).name,
      ...settings,
    };
  }
}

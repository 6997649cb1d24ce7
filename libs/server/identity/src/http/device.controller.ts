import { Controller } from '@nestjs/common';
import {
  type InputOf,
  listDevices,
  registerDevice,
  type ResponseOf,
  revokeDevice,
  setDeviceSettings,
} from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { ManageDevices } from '../application/manage-devices';

/** Kiosks, as administrators manage them. */
@Controller()
export class DeviceController {
  constructor(private readonly devices: ManageDevices) {}

  @Endpoint(listDevices)
  async list(@CurrentActor() actor: OfficerActor): Promise<ResponseOf<typeof listDevices>> {
    return { items: [...(await this.devices.list(actor))] };
  }

  @Endpoint(registerDevice)
  register(
    @Input() { body }: InputOf<typeof registerDevice>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof registerDevice>> {
    return this.devices.register(actor, body);
  }

  @Endpoint(revokeDevice)
  revoke(
    @Input() { params }: InputOf<typeof revokeDevice>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof revokeDevice>> {
    return this.devices.revoke(actor, params.deviceId);
  }

  @Endpoint(setDeviceSettings)
  configure(
    @Input() { params, body }: InputOf<typeof setDeviceSettings>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof setDeviceSettings>> {
    return this.devices.configure(actor, params.deviceId, body);
  }
}

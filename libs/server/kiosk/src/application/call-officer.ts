import { Injectable } from '@nestjs/common';
import type { CallView } from '@mocua/contract';
import { DeviceStore } from '@mocua/server/identity';
import { Clock, type DeviceActor, newId, type OfficerActor, problem } from '@mocua/server/kernel';
import { type Call, CallStore } from '../persistence/call.store';

/** A person at a machine calls; the one-stop officers of the place see it and say that somebody is coming. */
@Injectable()
export class CallOfficer {
  constructor(
    private readonly calls: CallStore,
    private readonly devices: DeviceStore,
    private readonly clock: Clock,
  ) {}

  async call({ deviceId, unitId }: DeviceActor): Promise<CallView> {
    const now = this.clock.now();
    return this.view(await this.calls.open({ callId: newId(now), deviceId, unitId }, now));
  }

  async current({ deviceId }: DeviceActor): Promise<CallView | null> {
    const call = await this.calls.current(deviceId);
    return call === null ? null : this.view(call);
  }

  end({ deviceId }: DeviceActor): Promise<void> {
    return this.calls.end(deviceId, this.clock.now());
  }

  /** Open calls of the unit the officer acts for. */
  async list(actor: OfficerActor): Promise<CallView[]> {
    const unitId = actor.assignment?.unitId;
    if (unitId === undefined) return [];
    return Promise.all((await this.calls.openIn(unitId, this.clock.now())).map((call) => this.view(call)));
  }

  /** @throws Problem `kiosk.call-not-found` for an ended call and for one of another unit */
  async acknowledge(actor: OfficerActor, callId: string): Promise<CallView> {
    const unitId = actor.assignment?.unitId;
    const call =
      unitId === undefined
        ? null
        : await this.calls.acknowledge(callId, unitId, actor.partyId, this.clock.now());
    if (call === null) throw problem('kiosk.call-not-found');
    return this.view(call);
  }

  private async view({ callId, deviceId, calledAt, acknowledgedAt }: Call): Promise<CallView> {
    const device = await this.devices.find(deviceId);
    return {
      callId,
      deviceName: device?.name ?? '',
      place: device?.place ?? '',
      calledAt: calledAt.toISOString(),
      acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    };
  }
}

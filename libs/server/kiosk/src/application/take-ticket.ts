import { Injectable } from '@nestjs/common';
import type { QueueTicket } from '@mocua/contract';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, type DeviceActor, type IdempotencyRequest } from '@mocua/server/kernel';
import { TicketStore } from '../persistence/ticket.store';

/** Gives the next number of the queue of the place. */
@Injectable()
export class TakeTicket {
  constructor(
    private readonly tickets: TicketStore,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId, unitId }: DeviceActor, { key }: IdempotencyRequest): Promise<QueueTicket> {
    const request = { unitId, deviceId, day: this.clock.today(), key };
    const { number, day, takenAt } = await this.tickets.take(request, this.clock.now());
    const { name } = await this.units.get(unitId);
    return { number, day, takenAt: takenAt.toISOString(), unitName: name };
  }
}

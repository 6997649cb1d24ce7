import { Injectable } from '@nestjs/common';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import { DisplayStore, type KeptDisplay } from '../persistence/display.store';

/** Keeps how a person wants pages to look: theirs, whomever they act for. */
@Injectable()
export class KeepDisplay {
  constructor(
    private readonly displays: DisplayStore,
    private readonly clock: Clock,
  ) {}

  async execute(actor: CitizenActor, choice: KeptDisplay): Promise<KeptDisplay> {
    await this.displays.keep(actor.partyId, choice, this.clock.now());
    return choice;
  }
}

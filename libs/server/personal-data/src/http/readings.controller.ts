import { Controller } from '@nestjs/common';
import { type InputOf, listReadings, type ResponseOf } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { ReadersOfPerson } from '../application/readers-of-person';

/** Lets people see who read their data. */
@Controller()
export class ReadingsController {
  constructor(private readonly readers: ReadersOfPerson) {}

  @Endpoint(listReadings)
  list(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof listReadings>,
  ): Promise<ResponseOf<typeof listReadings>> {
    return this.readers.page(actor.partyId, input.query);
  }
}

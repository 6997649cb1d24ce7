import { Controller } from '@nestjs/common';
import { type InputOf, listReadings, type ResponseOf } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { Readings } from '../application/readings';
import { readingPurposes } from '../domain/reading';

/** Lets people see who read their data. */
@Controller()
export class ReadingsController {
  constructor(private readonly readings: Readings) {}

  @Endpoint(listReadings)
  async list(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof listReadings>,
  ): Promise<ResponseOf<typeof listReadings>> {
    const { items, next } = await this.readings.listFor(actor.partyId, input.query.after ?? null);
    return {
      items: items.map((item) => ({
        at: item.at,
        who: item.reader.label,
        purpose: readingPurposes[item.purpose],
        dossierCode: item.dossierCode,
      })),
      next,
    };
  }
}

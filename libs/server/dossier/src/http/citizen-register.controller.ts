import { Controller } from '@nestjs/common';
import { fillFromRegisters, type InputOf } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { FillFromRegisters } from '../application/filing/fill-from-registers';

/** What the state knows already, for a draft. */
@Controller()
export class CitizenRegisterController {
  constructor(private readonly filling: FillFromRegisters) {}

  @Endpoint(fillFromRegisters)
  fill(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof fillFromRegisters>) {
    return this.filling.execute(actor, input);
  }
}

import { Controller } from '@nestjs/common';
import { getMyPayment, type InputOf, startPayment } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { StartPayment } from '../application/start-payment';

/** What a person does about the money of a dossier. */
@Controller()
export class CitizenPaymentController {
  constructor(private readonly payments: StartPayment) {}

  @Endpoint(getMyPayment)
  look(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof getMyPayment>) {
    return this.payments.look(actor, input);
  }

  @Endpoint(startPayment)
  start(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof startPayment>) {
    return this.payments.execute(actor, input);
  }
}

import { Controller } from '@nestjs/common';
import {
  deleteProfileFact,
  hideProfileFact,
  type InputOf,
  keepProfileFact,
  listProfileFacts,
  type ResponseOf,
  takeIdentityFacts,
  useProfileFact,
} from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { ProfileFactsDesk } from '../application/profile-facts';

/** What people let us remember about themselves. */
@Controller()
export class ProfileController {
  constructor(private readonly desk: ProfileFactsDesk) {}

  @Endpoint(listProfileFacts)
  async list(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listProfileFacts>> {
    return { items: await this.desk.list(actor.actingFor) };
  }

  @Endpoint(keepProfileFact)
  keep(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof keepProfileFact>) {
    return this.desk.keep(actor, input);
  }

  @Endpoint(takeIdentityFacts)
  async take(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof takeIdentityFacts>> {
    return { items: await this.desk.takeFromIdentity(actor) };
  }

  @Endpoint(useProfileFact)
  use(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof useProfileFact>) {
    return this.desk.use(actor, input);
  }

  @Endpoint(hideProfileFact)
  hide(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof hideProfileFact>) {
    return this.desk.hide(actor, input);
  }

  @Endpoint(deleteProfileFact)
  remove(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof deleteProfileFact>) {
    return this.desk.remove(actor, params.factId);
  }
}

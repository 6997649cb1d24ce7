import { Controller } from '@nestjs/common';
import { type InputOf, listMyDossiers, listMyResults } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { FindMyDossiers } from '../application/find-my-dossiers';
import { FindMyResults } from '../application/find-my-results';

/** What an applicant has: dossiers and results. */
@Controller()
export class CitizenListsController {
  constructor(
    private readonly dossiers: FindMyDossiers,
    private readonly results: FindMyResults,
  ) {}

  @Endpoint(listMyDossiers)
  listDossiers(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof listMyDossiers>) {
    return this.dossiers.list(actor, input);
  }

  @Endpoint(listMyResults)
  listResults(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof listMyResults>) {
    return this.results.execute(actor, input);
  }
}

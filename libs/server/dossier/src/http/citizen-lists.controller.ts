import { Controller } from '@nestjs/common';
import { type InputOf, listMyDossiers, listMyMirrors, listMyResults } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { FindMyDossiers } from '../application/find-my-dossiers';
import { FindMyResults } from '../application/find-my-results';
import { FindMyMirrors } from '../application/mirror/find-my-mirrors';

/** What an applicant has: dossiers, here and elsewhere, and results. */
@Controller()
export class CitizenListsController {
  constructor(
    private readonly dossiers: FindMyDossiers,
    private readonly results: FindMyResults,
    private readonly mirrors: FindMyMirrors,
  ) {}

  @Endpoint(listMyDossiers)
  listDossiers(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof listMyDossiers>) {
    return this.dossiers.list(actor, input);
  }

  @Endpoint(listMyResults)
  listResults(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof listMyResults>) {
    return this.results.execute(actor, input);
  }

  @Endpoint(listMyMirrors)
  listMirrors(@CurrentActor() actor: CitizenActor) {
    return this.mirrors.execute(actor);
  }
}

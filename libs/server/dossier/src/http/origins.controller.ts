import { Controller } from '@nestjs/common';
import {
  checkRegister,
  fillAssistedDraft,
  getDossierOrigins,
  getMyDossierOrigins,
  type InputOf,
} from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { AssistedDrafts } from '../application/filing/assisted-filing';
import { FillFromRegisters } from '../application/filing/fill-from-registers';
import { CheckRegister } from '../application/origins/check-register';
import { ReadOrigins } from '../application/origins/read-origins';

/** Where a dossier and its values come from, and what officers ask registers about it. */
@Controller()
export class OriginsController {
  constructor(
    private readonly origins: ReadOrigins,
    private readonly checking: CheckRegister,
    private readonly drafts: AssistedDrafts,
    private readonly filling: FillFromRegisters,
  ) {}

  @Endpoint(getDossierOrigins)
  officer(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof getDossierOrigins>) {
    return this.origins.forOfficer(actor, params.dossierId);
  }

  @Endpoint(getMyDossierOrigins)
  citizen(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof getMyDossierOrigins>) {
    return this.origins.forCitizen(actor, params.dossierId);
  }

  @Endpoint(checkRegister)
  check(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof checkRegister>) {
    return this.checking.execute(actor, input);
  }

  @Endpoint(fillAssistedDraft)
  async fill(@CurrentActor() officer: OfficerActor, @Input() { params }: InputOf<typeof fillAssistedDraft>) {
    const actor = await this.drafts.actorFor(officer, params.draftId);
    return this.filling.execute(actor, { params, query: undefined, body: undefined });
  }
}

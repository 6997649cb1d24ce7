import { Injectable } from '@nestjs/common';
import type { ProvidedDossier } from '@mocua/contract';
import { DossierProgress } from '@mocua/server/dossier';
import { type AgencyActor, problem } from '@mocua/server/kernel';
import { AccessScope, Readings } from '@mocua/server/personal-data';
import { isWithinReach, sourceSystemOf } from '../domain/agency-client';

/** Tells a system of another agency where a dossier is, and the person that it asked. */
@Injectable()
export class ProvideDossier {
  constructor(
    private readonly progress: DossierProgress,
    private readonly scope: AccessScope,
    private readonly readings: Readings,
  ) {}

  /** @throws Problem `agency.dossier-not-found`, the same for an unknown code and for one out of reach */
  async execute(actor: AgencyActor, code: string): Promise<ProvidedDossier> {
    const dossier = await this.progress.find(code);
    if (dossier === null || !isWithinReach(actor, dossier)) throw problem('agency.dossier-not-found');
    this.scope.about(dossier.dossierId, dossier.code ?? dossier.transactionCode);
    // Nothing sealed is opened here; that an agency looked at somebody's dossier is theirs to know all the same.
    await this.readings.note([dossier.owner], 'handling');
    const nameOf = await this.progress.unitNames();
    const { dossierId: _id, owner: _owner, sourceSystem, units, ...rest } = dossier;
    return {
      ...rest,
      externalCode: sourceSystem === sourceSystemOf(actor.clientId) ? dossier.externalCode : null,
      receivingUnit: { unitId: units.receiving, name: nameOf(units.receiving) },
      competentUnit: { unitId: units.competent, name: nameOf(units.competent) },
    };
  }
}

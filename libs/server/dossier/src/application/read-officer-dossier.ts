import { Injectable } from '@nestjs/common';
import type { DossierId, OfficerDossierView } from '@mocua/contract';
import { UnitDirectory } from '@mocua/server/identity';
import { type OfficerActor, problem } from '@mocua/server/kernel';
import { DossierStream } from '../persistence/dossier-stream';
import { requireOfficer } from './authorise';
import { OfficerViews } from './views/officer-views';

/** Opens a dossier for an officer who may see it. */
@Injectable()
export class ReadOfficerDossier {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly views: OfficerViews,
  ) {}

  /** @throws Problem `dossier.not-found` also for a dossier of another unit */
  async execute(actor: OfficerActor, dossierId: DossierId): Promise<OfficerDossierView> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    requireOfficer(actor, 'read')(loaded.state, await this.units.tree());
    return this.views.detail(actor, loaded.state);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@mocua/server/kernel';
import { AccessScope, SubjectErased } from '@mocua/server/personal-data';
import { ToldDossiers } from '@mocua/server/dossier';
import { replay } from '@mocua/engine/dossier';
import { type Arrival, ArrivalRows } from '../persistence/arrival-rows';
import { KeepDossierPapers } from './keep-dossier-papers';

const batch = 20;

/** Puts the papers of ended dossiers into the stores of their owners. Safe to repeat and to run twice at a time. */
@Injectable()
export class KeepArrivals {
  constructor(
    private readonly arrivals: ArrivalRows,
    private readonly dossiers: ToldDossiers,
    private readonly papers: KeepDossierPapers,
    private readonly scope: AccessScope,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Returns how many arrivals were settled. */
  async round(): Promise<number> {
    let settled = 0;
    for (const arrival of await this.arrivals.waiting(this.clock.now(), batch)) {
      try {
        await this.keep(arrival);
        await this.arrivals.settle(arrival, this.clock.now());
        settled += 1;
      } catch (error) {
        this.logger.error({ err: error, dossierId: arrival.dossierId }, 'papers of a dossier were not kept');
        await this.arrivals.postpone(arrival, this.clock.now());
      }
    }
    return settled;
  }

  private async keep({ dossierId }: Arrival): Promise<void> {
    const told = (await this.dossiers.many([dossierId])).get(dossierId);
    // A stream that was changed vouches for nothing.
    if (!told?.intact) throw new Error('The stream of the dossier is not what was written.');
    const state = replay(told.events);
    if (state === null) return;
    this.scope.about(dossierId, state.code ?? state.transactionCode);
    try {
      await this.papers.execute(state, told.events);
    } catch (error) {
      // Nothing is kept for somebody who was erased.
      if (!(error instanceof SubjectErased)) throw error;
    }
  }
}

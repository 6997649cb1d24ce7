import { Injectable } from '@nestjs/common';
import { EventProjection, type FollowedEvent, type SqlExecutor } from '@mocua/server/kernel';
import { ArrivalRows } from '../persistence/arrival-rows';

/** Events after which a dossier may have papers for its owner. */
const arriving = ['dossier-completed', 'result-returned'];

/** Follows dossiers that end, and notes that there is something to keep; keeping it opens values, which has its own time. */
@Injectable()
export class NoteArrivals extends EventProjection {
  readonly name = 'data-store';

  constructor(private readonly arrivals: ArrivalRows) {
    super();
  }

  async apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    const noted = events.filter((event) => arriving.includes(event.type));
    if (noted.length > 0) await this.arrivals.note(noted, tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { AttachmentRef } from '@mocua/engine/dossier';
import { EventProjection, type FollowedEvent, type SqlExecutor } from '@mocua/server/kernel';
import { ArrivalRows } from '../persistence/arrival-rows';
import { PaperRows } from '../persistence/paper-rows';

/** Events after which a dossier may have papers for its owner. */
const arriving = ['dossier-completed', 'result-returned'];

/** Events that bring papers into a dossier. */
const using = ['dossier-submitted', 'supplement-answered'];

/**
 * Follows dossiers: counts which stored papers they use, and notes of those that end that there is something to keep; keeping
 * it opens values, which has its own time.
 */
@Injectable()
export class NoteArrivals extends EventProjection {
  readonly name = 'data-store';

  constructor(
    private readonly arrivals: ArrivalRows,
    private readonly papers: PaperRows,
  ) {
    super();
  }

  async apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    const noted = events.filter((event) => arriving.includes(event.type));
    if (noted.length > 0) await this.arrivals.note(noted, tx);
    const uses = events.filter((event) => using.includes(event.type)).flatMap(usesOf);
    if (uses.length > 0) await this.papers.noteUses(uses, tx);
  }
}

function usesOf({ dossierId, occurredAt, payload }: FollowedEvent) {
  const attachments = (payload['attachments'] ?? []) as readonly AttachmentRef[];
  return attachments.flatMap(({ reused }) =>
    reused === undefined ? [] : [{ paperId: reused.paperId, dossierId, usedAt: occurredAt }],
  );
}

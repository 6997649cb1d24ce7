import type { DossierId } from '@mocua/contract';
import { documentIdOf, type EventPayloads } from '@mocua/engine/dossier';
import { Injectable } from '@nestjs/common';
import { EventProjection, type FollowedEvent, type SqlExecutor } from '@mocua/server/kernel';
import { Credentials } from '../persistence/credentials';
import { SignatureRequests } from '../persistence/signature-requests';

/** Follows decisions, and has those signed whose leader signs from afar; the asking happens after commit, by the outbox. */
@Injectable()
export class NoteDecisions extends EventProjection {
  readonly name = 'signing';

  constructor(
    private readonly credentials: Credentials,
    private readonly requests: SignatureRequests,
  ) {
    super();
  }

  async apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    const decided = events.filter((event) => event.type === 'dossier-completed');
    if (decided.length === 0) return;
    const signers = await this.credentials.signersOf(
      decided.map((event) => event.dossierId),
      tx,
    );
    for (const { dossierId, seq, payload, occurredAt } of decided) {
      const signer = signers.get(dossierId);
      if (!signer) continue;
      const { documents } = payload as unknown as EventPayloads['dossier-completed'];
      for (const { kind } of documents) {
        const documentId = documentIdOf(dossierId, kind, seq);
        await this.requests.plan(
          tx,
          { ...signer, dossierId: dossierId as DossierId, documentId },
          new Date(occurredAt),
        );
      }
    }
  }
}

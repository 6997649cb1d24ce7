import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DossierEvent, StoredEvent } from '@mocua/engine/dossier';

/** Hash before the first event of a stream. */
export const firstHash = '0'.repeat(64);

export interface ChainedEvent {
  readonly event: DossierEvent;
  readonly prevHash: string;
  readonly hash: string;
}

/** SHA-256 over the previous hash and the canonical JSON (RFC 8785) of the event, hex. */
export function hashOfEvent(prevHash: string, event: StoredEvent | DossierEvent): string {
  const { dossierId, seq, type, schemaVersion, occurredAt, actor, payload } = event;
  const covered = canonicalize({ dossierId, seq, type, schemaVersion, occurredAt, actor, payload });
  return createHash('sha256')
    .update(prevHash, 'hex')
    .update(covered ?? '')
    .digest('hex');
}

/** Links new events to the head of their stream. */
export function chain(head: string, events: readonly DossierEvent[]): ChainedEvent[] {
  let prevHash = head;
  return events.map((event) => {
    const hash = hashOfEvent(prevHash, event);
    const link = { event, prevHash, hash };
    prevHash = hash;
    return link;
  });
}

import { type DossierEvent, type EventType, schemaVersions, type StoredEvent } from './events';

type Upcaster = (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Steps from one schema version of an event type to the next: `'type@1'` makes version 2 out of version 1. Stored events
 * are never rewritten, so an upcaster stays for as long as one dossier holds such an event.
 */
const upcasters: Readonly<Record<string, Upcaster>> = {
  'dossier-submitted@1': nameChannel,
};

/** The counter was called `direct`, and a kiosk was told apart from the portal by its source alone. */
function nameChannel(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { channel, sourceSystem } = payload;
  if (channel === 'direct') return { ...payload, channel: 'counter' };
  return sourceSystem === 'mocua-kiosk' ? { ...payload, channel: 'kiosk' } : payload;
}

/** Thrown for an event this program cannot know: it was written by a newer one, or the row was altered. */
export class UnknownEventError extends Error {
  constructor(event: StoredEvent) {
    super(`unknown event ${event.type}@${event.schemaVersion} at ${event.dossierId}#${event.seq}`);
    this.name = 'UnknownEventError';
  }
}

/** Brings a stored event to the newest schema version. */
export function upcast(
  stored: StoredEvent,
  steps: Readonly<Record<string, Upcaster>> = upcasters,
): DossierEvent {
  const target = schemaVersions[stored.type as EventType] as number | undefined;
  if (target === undefined || stored.schemaVersion > target) throw new UnknownEventError(stored);
  let payload = stored.payload as Readonly<Record<string, unknown>>;
  for (let version = stored.schemaVersion; version < target; version += 1) {
    const step = steps[`${stored.type}@${version}`];
    if (!step) throw new UnknownEventError(stored);
    payload = step(payload);
  }
  return { ...stored, schemaVersion: target, payload } as unknown as DossierEvent;
}

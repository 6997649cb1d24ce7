import { RecordMirrorEvent } from '@mocua/server/dossier';
import { demoPeople } from '@mocua/server/identity/demo';
import { withDomains } from '../with-domains';

const hour = 3_600_000;

/** What the national system would have told about the linked birth group of one family, hours before now. */
const told = [
  { eventId: '1', leg: null, status: 'submitted', hoursAgo: 30 },
  { eventId: '2', leg: 'birth', status: 'received', hoursAgo: 29 },
  { eventId: '3', leg: 'birth', status: 'done', hoursAgo: 20 },
  { eventId: '4', leg: 'residence', status: 'processing', hoursAgo: 19 },
  { eventId: '5', leg: 'insurance', status: 'done', hoursAgo: 6 },
  { eventId: '6', leg: null, status: 'processing', hoursAgo: 29 },
] as const;

/** A dossier resolved elsewhere, so that the demo shows one. The sender is invented; the real feed is another matter. */
export function seedMirrors(): Promise<void> {
  return withDomains(async (domains) => {
    const ownerPersonalId = demoPeople.find((person) => person.key === 'ha')?.personalId ?? null;
    const now = Date.now();
    for (const { eventId, leg, status, hoursAgo } of told) {
      await domains.get(RecordMirrorEvent).execute({
        sourceSystem: 'demo-national',
        externalCode: 'G22.99.00-DEMO-0001',
        procedureCode: '3.000722',
        ownerPersonalId,
        event: {
          eventId,
          leg,
          status,
          occurredAt: new Date(now - hoursAgo * hour).toISOString(),
          dueAt: null,
        },
      });
    }
  });
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { mirrorStatuses } from '@mocua/contract';
import type { MirrorEvent } from '@mocua/engine/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { Clock, Database, newId } from '@mocua/server/kernel';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** A fact about a dossier that another system resolves, as its adapter hands it over. */
export const mirrorMessage = z.strictObject({
  sourceSystem: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  externalCode: z.string().trim().min(1).max(80),
  procedureCode: z.string().max(40),
  /** Personal id of whom the dossier is for; null when the sender does not say. */
  ownerPersonalId: z
    .string()
    .regex(/^\d{12}$/u)
    .nullable(),
  event: z.strictObject({
    eventId: z.string().min(1).max(80),
    leg: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/u)
      .nullable(),
    status: z.enum(mirrorStatuses),
    occurredAt: instant,
    dueAt: instant.nullable(),
  }),
}) satisfies z.ZodType<{ event: MirrorEvent }>;
export type MirrorMessage = z.output<typeof mirrorMessage>;

/**
 * Keeps what another system told about a dossier it resolves. Messages may come late, twice and out of order: each fact is
 * kept once, and how things stand is put together when somebody looks.
 */
@Injectable()
export class RecordMirrorEvent {
  constructor(
    private readonly database: Database,
    private readonly parties: PartyDirectory,
    private readonly clock: Clock,
  ) {}

  /** Whether the fact was new. */
  async execute(message: MirrorMessage): Promise<boolean> {
    const { sourceSystem, externalCode, procedureCode, ownerPersonalId, event } = message;
    const owner =
      ownerPersonalId === null ? null : await this.parties.findByIdentifier('personal-id', ownerPersonalId);
    const now = this.clock.iso();
    const row = await this.database.one<{ added: number }>(
      `WITH mirror AS (
         INSERT INTO dossier.mirrors (mirror_id, source_system, external_code, procedure_code, owner_party, first_told_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (source_system, external_code)
           DO UPDATE SET owner_party = coalesce(mirrors.owner_party, excluded.owner_party)
         RETURNING mirror_id
       ), added AS (
         INSERT INTO dossier.mirror_events (mirror_id, event_id, leg, status, occurred_at, due_at, told_at)
         SELECT mirror_id, $7, $8, $9, $10::timestamptz, $11::timestamptz, $6 FROM mirror
         ON CONFLICT DO NOTHING RETURNING event_id
       ) SELECT count(*)::integer AS added FROM added`,
      [
        newId(new Date(now)),
        sourceSystem,
        externalCode,
        procedureCode,
        owner,
        now,
        event.eventId,
        event.leg,
        event.status,
        event.occurredAt,
        event.dueAt,
      ],
      'mirror-record',
    );
    return row?.added === 1;
  }
}

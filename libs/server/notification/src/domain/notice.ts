import { z } from 'zod';
import type { PartyId } from '@mocua/contract';
import { noticeKinds, type NoticeKind } from './notice-texts';

const payload = z.looseObject({
  kind: z.enum(noticeKinds),
  partyId: z.uuid(),
  dossierId: z.uuid(),
  code: z.string().nullish(),
  transactionCode: z.string(),
});

/** A notice to one person about one event of a dossier. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly partyId: PartyId;
  readonly dossierId: string;
  readonly code: string;
}

/**
 * Reads an outbox row. Null for rows that speak to a unit (`reception-alert`): the inbox shows those.
 *
 * @throws Error when a row for a person lacks what a notice needs
 */
export function noticeOf(row: Readonly<Record<string, unknown>>): Notice | null {
  if (row['partyId'] === undefined) return null;
  const parsed = payload.safeParse(row);
  // The parser's own message would quote the row.
  if (!parsed.success)
    throw new Error(`Not a notice: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  const { kind, partyId, dossierId, code, transactionCode } = parsed.data;
  return { kind, partyId: partyId as PartyId, dossierId, code: code ?? transactionCode };
}

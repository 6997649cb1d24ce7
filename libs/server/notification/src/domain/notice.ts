import { z } from 'zod';
import type { DossierId, NoticeKind, PartyId, UnitId } from '@mocua/contract';
import { noticeKinds } from './templates/notice-words';

const common = {
  dossierId: z.uuid(),
  transactionCode: z.string(),
  /** When it happened; rows of before this was noted have none. */
  occurredAt: z.iso.datetime({ offset: true }).nullish(),
};
const forPerson = z.looseObject({
  ...common,
  kind: z.enum(noticeKinds),
  partyId: z.uuid(),
  code: z.string().nullish(),
});
const forUnit = z.looseObject({
  ...common,
  kind: z.literal('reception-alert'),
  unitId: z.uuid(),
  procedureCode: z.string(),
  answerBy: z.iso.datetime({ offset: true }).nullish(),
});

/** A notice to one person about one event of a dossier. */
export interface Notice {
  readonly to: 'person';
  readonly kind: NoticeKind;
  readonly partyId: PartyId;
  readonly dossierId: DossierId;
  readonly code: string;
  /** ISO instant; null when the row does not say. */
  readonly occurredAt: string | null;
}
/** A notice to the one-stop officers of a unit: nobody received a dossier in time. */
export interface UnitNotice {
  readonly to: 'unit';
  readonly unitId: UnitId;
  readonly dossierId: DossierId;
  readonly transactionCode: string;
  readonly procedureCode: string;
  readonly answerBy: string | null;
  readonly occurredAt: string | null;
}

/**
 * Reads an outbox row.
 *
 * @throws Error when a row lacks what its notice needs
 */
export function noticeOf(row: Readonly<Record<string, unknown>>): Notice | UnitNotice {
  if (row['partyId'] === undefined) {
    const { unitId, dossierId, transactionCode, procedureCode, answerBy, occurredAt } = read(forUnit, row);
    return {
      to: 'unit',
      unitId: unitId as UnitId,
      dossierId: dossierId as DossierId,
      transactionCode,
      procedureCode,
      answerBy: answerBy ?? null,
      occurredAt: occurredAt ?? null,
    };
  }
  const { kind, partyId, dossierId, code, transactionCode, occurredAt } = read(forPerson, row);
  return {
    to: 'person',
    kind,
    partyId: partyId as PartyId,
    dossierId: dossierId as DossierId,
    code: code ?? transactionCode,
    occurredAt: occurredAt ?? null,
  };
}

function read<T extends z.ZodType>(shape: T, row: Readonly<Record<string, unknown>>): z.output<T> {
  const parsed = shape.safeParse(row);
  if (parsed.success) return parsed.data;
  // The parser's own message would quote the row.
  throw new Error(`Not a notice: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
}

import { z } from 'zod';
import type { DossierId, NoticeKind, PartyId, UnitId } from '@mocua/contract';
import { noticeKinds } from './templates/notice-words';

const common = {
  /** When it happened; rows of before this was noted have none. */
  occurredAt: z.iso.datetime({ offset: true }).nullish(),
};
const forPerson = z.looseObject({
  ...common,
  kind: z.enum(noticeKinds),
  partyId: z.uuid(),
  dossierId: z.uuid().nullish(),
  rightsRequestId: z.uuid().nullish(),
  code: z.string().nullish(),
  transactionCode: z.string().nullish(),
  /** Number of the event within its dossier or request. */
  seq: z.int().nullish(),
  /** Until when the person has to do something. */
  personDueAt: z.iso.datetime({ offset: true }).nullish(),
  /** What has to be paid, in integer đồng, and the last day, `YYYY-MM-DD`. */
  amount: z.int().nullish(),
  payBy: z.iso.date().nullish(),
});
const forUnit = z.looseObject({
  ...common,
  kind: z.literal('reception-alert'),
  dossierId: z.uuid(),
  transactionCode: z.string(),
  unitId: z.uuid(),
  procedureCode: z.string(),
  answerBy: z.iso.datetime({ offset: true }).nullish(),
});

/** What a notice is about: exactly one of the two. */
export interface NoticeAbout {
  readonly dossierId: DossierId | null;
  readonly rightsRequestId: string | null;
}

/** What a notice says has to be paid. */
export interface NoticeMoney {
  /** Integer đồng. */
  readonly amount: number;
  /** Last day, `YYYY-MM-DD`; null where none was set. */
  readonly payBy: string | null;
}

/** A notice to one person about one event of a dossier, or of a request about their data. */
export interface Notice extends NoticeAbout {
  readonly to: 'person';
  readonly kind: NoticeKind;
  readonly partyId: PartyId;
  readonly code: string;
  /** ISO instant; null when the row does not say. */
  readonly occurredAt: string | null;
  /** Number of the event it tells of; null when the row does not say. */
  readonly seq: number | null;
  readonly personDueAt: string | null;
  readonly money: NoticeMoney | null;
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
  const notice = read(forPerson, row);
  const { dossierId, rightsRequestId } = notice;
  const code = notice.code ?? notice.transactionCode;
  if ((dossierId == null) === (rightsRequestId == null)) throw notANotice(['dossierId']);
  if (code == null) throw notANotice(['code']);
  return {
    to: 'person',
    kind: notice.kind,
    partyId: notice.partyId as PartyId,
    dossierId: (dossierId as DossierId | null | undefined) ?? null,
    rightsRequestId: rightsRequestId ?? null,
    code,
    occurredAt: notice.occurredAt ?? null,
    seq: notice.seq ?? null,
    personDueAt: notice.personDueAt ?? null,
    money: notice.amount ? { amount: notice.amount, payBy: notice.payBy ?? null } : null,
  };
}

function read<T extends z.ZodType>(shape: T, row: Readonly<Record<string, unknown>>): z.output<T> {
  const parsed = shape.safeParse(row);
  if (parsed.success) return parsed.data;
  // The parser's own message would quote the row.
  throw notANotice(parsed.error.issues.map((issue) => issue.path.join('.')));
}

function notANotice(members: readonly string[]): Error {
  return new Error(`Not a notice: ${members.join(', ')}`);
}

/**
 * Which fact a notice tells, so that no channel tells it twice however many rows speak of it; a row that does not number its
 * event stands for itself.
 */
export function factOf(rowId: string, { kind, partyId, seq, ...about }: Notice): string {
  const subject = about.dossierId ?? about.rightsRequestId;
  return seq === null ? rowId : `${subject}/${partyId}/${kind}/${seq}`;
}

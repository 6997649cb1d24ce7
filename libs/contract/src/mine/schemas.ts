import { z } from 'zod';
import { displayChoice } from '../session/schemas';
import {
  cursor,
  documentId,
  dossierId,
  isoDateTime,
  localizedText,
  partyId,
  procedureCode,
} from '../kernel/scalars';
import { outcome } from '../dossier/schemas';

/** What an applicant is told about. */
export const noticeKind = z.enum([
  'submitted',
  'received',
  'refused',
  'supplement-requested',
  'supplement-confirmed',
  'lapsed',
  'withdrawn',
  'done',
  'returned',
  'posted',
  'parcel-failed',
  'payment-requested',
  'payment-revoked',
  'payment-due-soon',
  'payment-overdue',
  'paid',
  'refunded',
  'result-revoked',
  'rights-filed',
  'rights-acknowledged',
  'rights-extended',
  'rights-answered',
]);
export type NoticeKind = z.output<typeof noticeKind>;
export const noticeChannel = z.enum(['sms', 'email', 'zalo']);
export type NoticeChannel = z.output<typeof noticeChannel>;

export const messageId = z.uuid().brand<'MessageId'>();
export type MessageId = z.output<typeof messageId>;

/**
 * `trying`: queued; `put-off`: waits for the end of the quiet hours; `sent`: the gateway took it; `delivered` and `failed`: what
 * the gateway told later; `refused`: the gateway said the address is wrong; `off`: the person turned it off; `repeated`: the
 * message before said the same.
 */
export const noticeState = z.enum([
  'trying',
  'put-off',
  'sent',
  'delivered',
  'failed',
  'refused',
  'off',
  'repeated',
]);

/** One notice about a dossier, with what became of it on the other channels. */
export const messageView = z.strictObject({
  messageId,
  kind: noticeKind,
  at: isoDateTime,
  readAt: isoDateTime.nullable(),
  /** Null for a notice about a request on personal data. */
  dossierId: dossierId.nullable(),
  /** Code of the dossier or request, or the transaction code before reception. */
  code: z.string(),
  title: localizedText,
  /** What to do now. */
  next: localizedText,
  sent: z.array(z.strictObject({ channel: noticeChannel, state: noticeState })),
});
export type MessageView = z.output<typeof messageView>;

export const listMessagesSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(messageView), next: cursor.nullable(), unread: z.int() }),
};
export const markMessagesReadSchemas = {
  body: z.strictObject({ messageIds: z.array(messageId).min(1).max(100) }),
  response: z.strictObject({ unread: z.int() }),
};

const noticeSetting = z.strictObject({
  kind: noticeKind,
  sms: z.boolean(),
  email: z.boolean(),
  /** Counts only for those who agreed to Zalo. */
  zalo: z.boolean(),
});
/** Where notices go. The portal itself always shows all of them. */
export const noticeSettingsView = z.strictObject({
  /** Where the messages go, mostly hidden; null where VNeID knows none. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Zalo needs an agreement; what is said yes to stands here. Null while nothing may be agreed to. */
  zalo: z.strictObject({ agreed: z.boolean(), textVersion: z.int(), text: localizedText }).nullable(),
  settings: z.array(noticeSetting),
});
export type NoticeSettingsView = z.output<typeof noticeSettingsView>;
export const getNoticeSettingsSchemas = { response: noticeSettingsView };
export const saveNoticeSettingsSchemas = {
  body: z.strictObject({
    settings: z.array(noticeSetting).min(1).max(noticeKind.options.length),
    /** What the person decided about Zalo, and the text they saw; left out, nothing about it changes. */
    zalo: z.strictObject({ agreed: z.boolean(), textVersion: z.int() }).optional(),
  }),
  response: noticeSettingsView,
};

/** A carrier of messages in its own words; only the adapter reads them. */
export const messageReceiptSchemas = {
  params: z.strictObject({ carrier: z.enum(['gateway', 'zalo']) }),
  body: z.record(z.string(), z.unknown()),
  response: z.strictObject({ accepted: z.boolean() }),
};

/** What became of the notices of a dossier, for the officer who has to know whether to phone. */
export const getNoticeReachSchemas = {
  params: z.strictObject({ dossierId }),
  response: z.strictObject({
    /** The last notice came through on no channel, and nobody has read it in the portal. */
    unreached: z.boolean(),
    /** The last notice; null before there was any. */
    last: z
      .strictObject({
        kind: noticeKind,
        title: localizedText,
        at: isoDateTime,
        readAt: isoDateTime.nullable(),
        sent: z.array(
          z.strictObject({ channel: noticeChannel, state: z.enum([...noticeState.options, 'no-contact']) }),
        ),
      })
      .nullable(),
  }),
};
export type NoticeReach = z.output<typeof getNoticeReachSchemas.response>;

/** A result in the person's collection. */
export const myResult = z.strictObject({
  dossierId,
  documentId,
  code: z.string(),
  title: localizedText,
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  ownerPartyId: partyId,
  ownerName: z.string(),
  outcome: outcome.nullable(),
  issuedAt: isoDateTime,
});
export type MyResult = z.output<typeof myResult>;
export const listMyResultsSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(myResult), next: cursor.nullable() }),
};

export const saveDisplaySchemas = { body: displayChoice, response: displayChoice };

export const sessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.output<typeof sessionId>;
/** A place where the person is signed in. */
const ownSession = z.strictObject({
  sessionId,
  /** Coarse description of browser and system; empty when it is not known. */
  client: z.string(),
  startedAt: isoDateTime,
  lastSeenAt: isoDateTime,
  /** The session that asks. */
  current: z.boolean(),
});
export const listSessionsSchemas = { response: z.strictObject({ items: z.array(ownSession) }) };
export const endSessionSchemas = {
  params: z.strictObject({ sessionId }),
  response: listSessionsSchemas.response,
};

/** A dossier that has waited for its reception longer than the law lets it wait unnoticed. */
export const receptionAlert = z.strictObject({
  dossierId,
  transactionCode: z.string(),
  procedureCode,
  alertedAt: isoDateTime,
  /** Until when the applicant must have an answer. */
  answerBy: isoDateTime.nullable(),
});
export type ReceptionAlert = z.output<typeof receptionAlert>;
export const listReceptionAlertsSchemas = { response: z.strictObject({ items: z.array(receptionAlert) }) };

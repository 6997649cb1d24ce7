import { z } from 'zod';
import { assignmentId, isoDate, isoDateTime, partyId, unitId } from '../kernel/scalars';
import { permissions, roles } from '../identity/permissions';

export const audience = z.enum(['citizen', 'officer', 'kiosk']);
export type Audience = z.output<typeof audience>;

/** A party the signed-in person may act for. `self` is always the first. */
export const actingFor = z.strictObject({
  partyId,
  displayName: z.string(),
  kind: z.enum(['self', 'guardian', 'delegate', 'organisation']),
  /** Paper the representation rests on; null for oneself. */
  ground: z.string().nullable(),
  /** Last day of the representation; null where it has no end. */
  validTo: isoDate.nullable(),
});

/** How a person wants pages to look; the cookie `mocua_display` holds the same. */
export const displayChoice = z.strictObject({
  text: z.enum(['normal', 'large', 'larger', 'largest', 'double']),
  contrast: z.enum(['normal', 'high']),
  language: z.enum(['vi', 'en']),
});

export const assignmentView = z.strictObject({
  assignmentId,
  unitId,
  unitName: z.string(),
  role: z.enum(roles),
  /** How a signature is introduced, for example `KT.` (signing on behalf of the head). */
  signingCapacity: z.string().nullable(),
  /** Set when the assignment stands in for somebody else's. */
  standsInFor: z.string().nullable(),
  permissions: z.array(z.enum(permissions)),
  validTo: isoDate.nullable(),
});

export const personView = z.strictObject({
  partyId,
  displayName: z.string(),
  /** Identity level: e-identity level 1 or 2, foreigner, organisation. */
  identityLevel: z.enum(['L1', 'L2', 'FOREIGNER', 'ORG']).nullable(),
  actingFor: z.array(actingFor),
  assignments: z.array(assignmentView),
  lastLoginAt: isoDateTime.nullable(),
  /** What the account keeps; null when the person never chose. */
  display: displayChoice.nullable(),
});

export const getSessionSchemas = {
  query: z.strictObject({ audience }),
  response: z.strictObject({
    person: personView.nullable(),
    /** Sent back in the `X-CSRF-Token` header of every unsafe request; null without a session. */
    csrfToken: z.string().nullable(),
  }),
};
export type SessionView = z.output<typeof getSessionSchemas.response>;
export type PersonView = z.output<typeof personView>;
export type AssignmentView = z.output<typeof assignmentView>;

export const startLoginSchemas = {
  query: z.strictObject({ returnTo: z.string().max(300).optional() }),
};
export const finishLoginSchemas = {
  query: z.looseObject({}),
};
export const logoutSchemas = {
  body: z.strictObject({ audience }),
  response: z.strictObject({ endSessionUrl: z.string().nullable() }),
};

export const loginEntry = z.strictObject({
  at: isoDateTime,
  method: z.enum(['vneid', 'sso', 'device']),
  outcome: z.enum(['signed-in', 'signed-out', 'refused', 'expired']),
  /** Coarse description of browser and system, never the raw header. */
  client: z.string(),
});
export const listLoginsSchemas = {
  response: z.strictObject({ items: z.array(loginEntry) }),
};

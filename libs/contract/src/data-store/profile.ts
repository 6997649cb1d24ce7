import { z } from 'zod';
import { isoDate, isoDateTime, localizedText, text } from '../kernel/scalars';
import { profileFactKinds, profileFactSources } from './profile-kinds';

export const profileFactId = z.uuid().brand<'ProfileFactId'>();
export type ProfileFactId = z.output<typeof profileFactId>;

const phone = z.string().regex(/^0[0-9]{9}$/u);
const accountNumber = z.string().regex(/^[0-9]{6,19}$/u);

/** What a person may say of themselves; their permanent address is the e-identity's to say. */
export const declaredFact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('phone'), text: phone }),
  z.strictObject({ kind: z.literal('email'), text: z.email().max(100) }),
  z.strictObject({ kind: z.literal('current-address'), text: text(5, 300) }),
  z.strictObject({
    kind: z.literal('bank-account'),
    text: accountNumber,
    bank: text(2, 100),
    holder: text(2, 100),
  }),
]);
export type DeclaredFact = z.output<typeof declaredFact>;

/** One version of a fact about the person. */
export const profileFactView = z.strictObject({
  factId: profileFactId,
  kind: z.enum(profileFactKinds),
  text: z.string(),
  /** For an account only. */
  bank: z.string().nullable(),
  holder: z.string().nullable(),
  source: z.enum(profileFactSources),
  /** Whether an agency answers for it; what the person said themselves never is. */
  verified: z.boolean(),
  /** Where it comes from and on what ground it is kept, in plain words. */
  basis: localizedText,
  /** Whether the person lets forms be filled with it; never while it is hidden. */
  fillsForms: z.boolean(),
  /** Put aside by the person: offered to no form until they show it again. */
  hidden: z.boolean(),
  /** Last day it holds; null when it has no end. */
  validUntil: isoDate.nullable(),
  /** Whether that day has passed; it fills no form then. */
  expired: z.boolean(),
  /** Counts up from 1 for each kind. */
  version: z.int(),
  addedAt: isoDateTime,
  /** When another version took its place; null for the one that holds. */
  supersededAt: isoDateTime.nullable(),
});
export type ProfileFactView = z.output<typeof profileFactView>;

const allFacts = z.strictObject({ items: z.array(profileFactView) });
const ofFact = z.strictObject({ factId: profileFactId });
export const listProfileFactsSchemas = { response: allFacts };
export const keepProfileFactSchemas = {
  body: z.strictObject({
    fact: declaredFact,
    /** Approval to fill forms with it; never given beforehand. */
    fillsForms: z.boolean(),
    validUntil: isoDate.nullable(),
  }),
  response: profileFactView,
};
export const takeIdentityFactsSchemas = { response: allFacts };
export const useProfileFactSchemas = {
  params: ofFact,
  body: z.strictObject({ fillsForms: z.boolean() }),
  response: profileFactView,
};
export const hideProfileFactSchemas = {
  params: ofFact,
  body: z.strictObject({ hidden: z.boolean() }),
  response: profileFactView,
};
export const deleteProfileFactSchemas = { params: ofFact, response: z.strictObject({}) };

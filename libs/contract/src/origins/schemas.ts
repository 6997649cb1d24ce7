import { z } from 'zod';
import { channel } from '../dossier/schemas';
import { degradedModes, registerNames } from '../eform/form-definition';
import { draftView, provenance } from '../filing/schemas';
import { dossierId, draftId, isoDateTime, localizedText } from '../kernel/scalars';

const register = z.enum(registerNames);

/** A value that did not come from the person's own hand, or did and was changed; never the value itself. */
export const valueOrigin = z.strictObject({
  fieldId: z.string(),
  label: localizedText,
  state: provenance.shape.state,
  source: localizedText,
  obtainedAt: isoDateTime,
  /** Whether a register of the state gave it, under the number of a look-up. */
  fromRegister: z.boolean(),
});

/** What came of asking a register afterwards. Fields are named, never their values. */
export const registerCheck = z.strictObject({
  outcome: z.enum(['matches', 'differs', 'not-found', 'down']),
  differing: z.array(localizedText),
  at: isoDateTime,
  /** Unit and role, as a citizen may see it. */
  by: z.string(),
});

/** How a register stood when the dossier was filed; `down` is the recorded exception. */
export const registerStanding = z.strictObject({
  register,
  title: localizedText,
  state: z.enum(['filled', 'not-found', 'not-asked', 'down']),
  whenDown: z.enum(degradedModes).nullable(),
  downSince: isoDateTime.nullable(),
  /** The last time somebody asked afterwards. */
  check: registerCheck.nullable(),
  /** Whether the reader can ask it again now. */
  mayAsk: z.boolean(),
});

/** Where a dossier and its values come from. */
export const dossierOrigins = z.strictObject({
  channel,
  /** System it came through, for example `mocua`, `counter` or the name the other side is known by. */
  sourceSystem: z.string(),
  /** Code the other side knows it by: of the national portal, of a postal item, of another agency. */
  externalCode: z.string().nullable(),
  values: z.array(valueOrigin),
  registers: z.array(registerStanding),
});
export type DossierOrigins = z.output<typeof dossierOrigins>;

const params = z.strictObject({ dossierId });
export const getDossierOriginsSchemas = { params, response: dossierOrigins };
export const getMyDossierOriginsSchemas = { params, response: dossierOrigins };
export const checkRegisterSchemas = {
  params: z.strictObject({ dossierId, register }),
  response: dossierOrigins,
};
export const fillAssistedDraftSchemas = {
  params: z.strictObject({ draftId }),
  /** The officer told the person what is asked where, on what basis; for a letter, the letter says so. */
  body: z.strictObject({ noticeGiven: z.literal(true) }),
  response: draftView,
};

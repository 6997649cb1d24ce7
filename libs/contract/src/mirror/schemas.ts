import { z } from 'zod';
import { isoDateTime, localizedText, procedureCode } from '../kernel/scalars';
import { mirrorStatuses } from './statuses';

export const mirrorStatus = z.enum(mirrorStatuses);

/** One part of a dossier that another system resolves; `status` null when nothing was told about it yet. */
export const mirroredLegView = z.strictObject({
  code: z.string(),
  name: localizedText,
  agency: localizedText.nullable(),
  /** The time limit of the part in words. */
  duration: localizedText.nullable(),
  status: mirrorStatus.nullable(),
  since: isoDateTime.nullable(),
  dueAt: isoDateTime.nullable(),
});

/** A dossier resolved elsewhere, read-only: what that system told us. */
export const mirroredDossierView = z.strictObject({
  sourceSystem: z.string(),
  externalCode: z.string(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  status: mirrorStatus.nullable(),
  legs: z.array(mirroredLegView),
  /** When the last thing we know of happened there. */
  lastAt: isoDateTime.nullable(),
});
export type MirroredDossierView = z.output<typeof mirroredDossierView>;

export const listMyMirrorsSchemas = { response: z.strictObject({ items: z.array(mirroredDossierView) }) };

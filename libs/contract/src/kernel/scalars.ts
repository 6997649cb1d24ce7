import { z } from 'zod';

/** Text in Unicode NFC, trimmed, without control characters other than line breaks and tabs. */
export function text(min: number, max: number) {
  return z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        // eslint-disable-next-line no-control-regex -- the point is to refuse control characters
        .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$/u),
    );
}

export const isoDate = z.iso.date();
/** Instant with an explicit offset; the server writes UTC (`Z`). */
export const isoDateTime = z.iso.datetime({ offset: true });
/** Integer đồng. */
export const dong = z.int().min(0);
export const localizedText = z.strictObject({ vi: z.string(), en: z.string() });
export type LocalizedText = z.output<typeof localizedText>;

export const dossierId = z.uuid().brand<'DossierId'>();
export const draftId = z.uuid().brand<'DraftId'>();
export const partyId = z.uuid().brand<'PartyId'>();
export const unitId = z.uuid().brand<'UnitId'>();
export const assignmentId = z.uuid().brand<'AssignmentId'>();
export const taskId = z.uuid().brand<'TaskId'>();
export const attachmentId = z.uuid().brand<'AttachmentId'>();
export const documentId = z.uuid().brand<'DocumentId'>();
export const deviceId = z.uuid().brand<'DeviceId'>();
export const supplementId = z.uuid().brand<'SupplementId'>();

export type DossierId = z.output<typeof dossierId>;
export type DraftId = z.output<typeof draftId>;
export type PartyId = z.output<typeof partyId>;
export type UnitId = z.output<typeof unitId>;
export type AssignmentId = z.output<typeof assignmentId>;
export type TaskId = z.output<typeof taskId>;
export type AttachmentId = z.output<typeof attachmentId>;
export type DocumentId = z.output<typeof documentId>;
export type DeviceId = z.output<typeof deviceId>;
export type SupplementId = z.output<typeof supplementId>;

/** National procedure code, for example `2.000908`. */
export const procedureCode = z
  .string()
  .regex(/^[A-Z0-9]+(?:[.-][A-Z0-9]+)*$/u)
  .max(40);

/** Opaque keyset cursor. */
export const cursor = z.string().regex(/^[A-Za-z0-9_-]{1,400}$/u);

import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '@mocua/contract';
import type { AttachmentRef } from '@mocua/engine/dossier';
import { type OpenedValue, SubjectVault } from '@mocua/server/personal-data';

/** Shown where the name of a file has been erased with its person. */
const erasedName = 'tệp đã xóa';

/** Shows attachments with their names, which lie sealed because people write their own names into them. */
@Injectable()
export class AttachmentNames {
  constructor(private readonly vault: SubjectVault) {}

  async viewsOf(attachments: readonly AttachmentRef[]): Promise<AttachmentView[]> {
    const opened = await this.vault.openMany(attachments.map((file) => file.name.valueId));
    return attachments.map((file) => attachmentView(file, opened));
  }
}

/** One attachment with the name found among opened values. */
export function attachmentView(
  file: AttachmentRef,
  opened: ReadonlyMap<string, OpenedValue>,
): AttachmentView {
  const name = opened.get(file.name.valueId);
  const { attachmentId, componentCode, mediaType, size, sha256, uploadedAt } = file;
  const fileName = name && !name.erased && typeof name.value === 'string' ? name.value : erasedName;
  const reusedFrom = file.reused && { reusedFrom: file.reused.source };
  return { attachmentId, componentCode, fileName, mediaType, size, sha256, uploadedAt, ...reusedFrom };
}

import type { Answers, AttachmentId, DraftId } from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import { newId } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import { DraftStore } from '../../../libs/server/dossier/src/persistence/draft-store';
import type { BenchWorld } from './bench-world';

const answers: Answers = {
  fullName: 'Trần Văn Lâm',
  birthDate: '1996-05-14',
  personalId: '099096000103',
  phone: '0900000103',
  address: { text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' },
  relation: 'self',
  paperKind: 'birth',
  registerKeeper: demoUnitId('dong-sen'),
  copies: 2,
  returnMethod: 'electronic',
  confirmed: true,
};

/** Complete drafts with their file, as the form page leaves them. */
export async function prepareDrafts(
  { domains, parts, citizen }: BenchWorld,
  count: number,
): Promise<DraftId[]> {
  const vault = domains.get(SubjectVault);
  const store = new DraftStore(parts.database);
  const procedure = await domains.get(PublishedProcedures).current('2.000908', parts.clock.today());
  const name = await vault.put(citizen.partyId, 'file-name', 'căn cước.pdf');
  const prefill = await vault.put(citizen.partyId, 'draft-prefill', {});
  const ids: DraftId[] = [];
  for (let n = 0; n < count; n += 1) {
    const now = parts.clock.now();
    const draftId = newId<DraftId>(now);
    const sealed = await vault.seal(citizen.partyId, 'draft-answers', answers as SealableJson, draftId);
    await store.insert(
      {
        draftId,
        owner: citizen.partyId,
        submitter: citizen.partyId,
        ground: 'self',
        procedureCode: procedure.code,
        procedureVersion: procedure.version,
        version: 1,
        provenance: {},
        origin: null,
        prefillValueId: prefill.valueId,
        savedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + 86_400_000).toISOString(),
      },
      [sealed],
    );
    await store.addUpload(
      { draftId },
      {
        attachmentId: newId<AttachmentId>(now),
        componentCode: 'identity-paper',
        mediaType: 'application/pdf',
        size: 1000,
        sha256: '0'.repeat(64),
        uploadedAt: now.toISOString(),
        name: { valueId: name.valueId, digest: name.digest },
      },
    );
    ids.push(draftId);
  }
  return ids;
}

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Answers, DossierId, DraftId } from '@mocua/contract';
import { nationalPortalSource } from '@mocua/engine/dossier';
import { type PrefillOrigin, prefill } from '@mocua/engine/eform';
import {
  BeginDraft,
  DraftStore,
  nationalPortalActor,
  SaveDraft,
  SubmitDossier,
  UploadFile,
} from '@mocua/server/dossier';
import { RegisterParty, UnitDirectory } from '@mocua/server/identity';
import { Clock, hashOfBody, namedId, problem, uniqueViolation } from '@mocua/server/kernel';
import { type PublishedProcedure, PublishedProcedures, routeOn } from '@mocua/server/procedure';
import type { ArrivedFile, NationalMessage } from '../domain/national-message';

type Filing = Extract<NationalMessage, { kind: 'filing' }>;

/** The national portal vouches for the base data; the rest is what the person wrote. */
const nationalOrigin: PrefillOrigin = {
  source: { vi: 'Cổng Dịch vụ công quốc gia', en: 'the national portal' },
  legalBasis: 'NĐ 118/2025/NĐ-CP Điều 17(2), sửa đổi bởi NĐ 309/2026/NĐ-CP',
  declared: ['phone', 'email', 'address'],
};

/** Read sides a filing from outside needs. */
@Injectable()
export class FilingSources {
  constructor(
    readonly procedures: PublishedProcedures,
    readonly units: UnitDirectory,
    readonly register: RegisterParty,
    readonly clock: Clock,
  ) {}
}

/**
 * Files what somebody filed on the national portal: as a draft with a fixed id that goes through the use cases of every
 * filing. However often the message comes, and wherever it was interrupted, there is one dossier.
 */
@Injectable()
export class TakeFiling {
  constructor(
    private readonly sources: FilingSources,
    private readonly beginning: BeginDraft,
    private readonly drafts: DraftStore,
    private readonly saving: SaveDraft,
    private readonly uploads: UploadFile,
    private readonly submitting: SubmitDossier,
  ) {}

  /**
   * The dossier, and whether it had been filed before.
   *
   * @throws Problem of the use cases of filing; `procedure.not-found`, `procedure.not-local`, `unit.not-found`
   */
  async execute(message: Filing): Promise<{ readonly dossierId: DossierId; readonly known: boolean }> {
    const { procedures, register, clock } = this.sources;
    const today = clock.today();
    const procedure = await procedures.current(message.procedureCode, today);
    if (routeOn(procedure.entry, today) !== 'local') throw problem('procedure.not-local');
    const { fullName, personalId } = message.owner;
    const owner = await register.execute({
      kind: 'person',
      displayName: fullName,
      identifiers: [{ kind: 'personal-id', value: personalId }],
    });
    const actor = nationalPortalActor(owner, message.identityVerified);
    const draftId = namedId<DraftId>('national-portal-filing', message.code);
    const filled = prefill(procedure.compiledForm, claimsOf(message), clock.iso(), nationalOrigin);
    const draft = await this.open(draftId, {
      owner,
      submitter: owner,
      ground: 'self',
      procedure,
      filled,
      draftId,
      origin: {
        channel: 'online',
        sourceSystem: nationalPortalSource,
        externalCode: message.code,
        assisted: null,
      },
    });
    if (draft.dossierId !== null) return { dossierId: draft.dossierId, known: true };
    const params = { draftId };
    const answers = {
      ...filled.answers,
      ...message.answers,
      ...(await this.agencyAnswer(procedure, message)),
    };
    const saved = await this.saving.execute(actor, {
      params,
      query: undefined,
      body: { version: draft.version, answers },
    });
    const present = await this.drafts.uploadsOf({ draftId });
    for (const file of missing(
      message.files,
      present.map((each) => each.componentCode),
    ))
      await this.uploads.toDraft(
        actor,
        { params, query: { component: file.componentCode, fileName: file.fileName } },
        streamOf(file),
      );
    const receipt = await this.submitting.execute(
      actor,
      { params, query: undefined, body: { version: saved.version } },
      { scope: nationalPortalSource, key: message.messageId, bodyHash: hashOfBody(params, message.code) },
    );
    return { dossierId: receipt.dossierId, known: false };
  }

  private async open(draftId: DraftId, draft: Parameters<BeginDraft['execute']>[0]) {
    let found = await this.drafts.find(draftId);
    if (!found) {
      try {
        await this.beginning.execute(draft);
      } catch (error) {
        if (uniqueViolation(error) === null) throw error;
      }
      found = await this.drafts.find(draftId);
    }
    if (!found) throw problem('system.unavailable');
    return found;
  }

  /** The field that names the competent unit, as a unit of ours. */
  private async agencyAnswer({ entry }: PublishedProcedure, { agency }: Filing): Promise<Answers> {
    const { competent } = entry.unitFields;
    if (competent === null) return {};
    const unit = await this.sources.units.byAgencyIdentifier(agency);
    if (!unit) throw problem('unit.not-found');
    return { [competent]: unit.unitId };
  }
}

function claimsOf({ owner }: Filing) {
  const { fullName, personalId, birthDate, phone, email, address } = owner;
  return {
    fullName,
    personalId,
    birthDate,
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(address === null ? {} : { address }),
  };
}

/** Files that an interrupted attempt has not taken in yet. */
export function missing(files: readonly ArrivedFile[], present: readonly string[]): readonly ArrivedFile[] {
  const left = new Map<string, number>();
  for (const code of present) left.set(code, (left.get(code) ?? 0) + 1);
  return files.filter(({ componentCode }) => {
    const there = left.get(componentCode) ?? 0;
    left.set(componentCode, there - 1);
    return there <= 0;
  });
}

export function streamOf({ content }: ArrivedFile) {
  return { source: Readable.from([content]) as AsyncIterable<Uint8Array>, expectedBytes: content.length };
}

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DraftId, InputOf, PartyId, ResponseOf, submitProvidedDossier } from '@mocua/contract';
import { type PrefillOrigin, prefill } from '@mocua/engine/eform';
import {
  agencyFilingActor,
  BeginDraft,
  DraftStore,
  SaveDraft,
  SubmitDossier,
  UploadFile,
} from '@mocua/server/dossier';
import { RegisterParty } from '@mocua/server/identity';
import { type AgencyActor, Clock, hashOfBody, namedId, problem, uniqueViolation } from '@mocua/server/kernel';
import { type PublishedProcedure, PublishedProcedures, routeOn } from '@mocua/server/procedure';
import { sourceSystemOf } from '../domain/agency-client';

type Submission = InputOf<typeof submitProvidedDossier>['body'];

/** Read sides a filing from another agency needs. */
@Injectable()
export class SubmissionFrom {
  constructor(
    readonly procedures: PublishedProcedures,
    readonly register: RegisterParty,
    readonly drafts: DraftStore,
    readonly clock: Clock,
  ) {}
}

/**
 * Files for a person what another agency passes on: a draft with a fixed id that goes through the use cases of every filing.
 * However often the same external code comes, and wherever an attempt was interrupted, there is one dossier.
 */
@Injectable()
export class SubmitForPerson {
  constructor(
    private readonly from: SubmissionFrom,
    private readonly beginning: BeginDraft,
    private readonly saving: SaveDraft,
    private readonly uploads: UploadFile,
    private readonly submitting: SubmitDossier,
  ) {}

  /**
   * @throws Problem `agency.external-code-reused` when the code stands for another person or procedure, and those of the use
   *   cases of filing
   */
  async execute(
    actor: AgencyActor,
    submission: Submission,
  ): Promise<ResponseOf<typeof submitProvidedDossier>> {
    const { externalCode } = submission;
    const source = sourceSystemOf(actor.clientId);
    const procedure = await this.procedureFor(submission);
    const owner = await this.from.register.execute({
      kind: 'person',
      displayName: submission.owner.fullName,
      identifiers: [{ kind: 'personal-id', value: submission.owner.personalId }],
    });
    const draftId = namedId<DraftId>('agency-filing', `${source}/${externalCode}`);
    const { draft, known } = await this.open(draftId, { actor, owner, procedure, submission });
    if (draft.owner !== owner || draft.procedureCode !== procedure.code)
      throw problem('agency.external-code-reused', { code: externalCode });
    const filing = agencyFilingActor(owner, source);
    const params = { draftId };
    let { version } = draft;
    if (draft.dossierId === null) {
      const body = { version, answers: { ...known, ...submission.answers } };
      ({ version } = await this.saving.execute(filing, { params, query: undefined, body }));
      await this.addFiles(filing, draftId, submission);
    }
    const receipt = await this.submitting.execute(
      filing,
      { params, query: undefined, body: { version } },
      { scope: source, key: externalCode, bodyHash: hashOfBody(params, externalCode) },
    );
    const { transactionCode, submittedAt, receptionDueAt, receivingUnit } = receipt;
    return {
      transactionCode,
      externalCode,
      submittedAt,
      receptionDueAt,
      receivingUnit,
      receipt: receipt.receipt,
    };
  }

  private async procedureFor({ procedureCode }: Submission): Promise<PublishedProcedure> {
    const today = this.from.clock.today();
    const procedure = await this.from.procedures.current(procedureCode, today);
    if (routeOn(procedure.entry, today) !== 'local') throw problem('procedure.not-local');
    const { capacities } = procedure.entry;
    if (capacities && !capacities.includes('person')) throw problem('procedure.organisation-only');
    return procedure;
  }

  /** The draft of this code, begun now if it never was; of two that begin at once one wins. */
  private async open(
    draftId: DraftId,
    {
      actor,
      owner,
      procedure,
      submission,
    }: {
      readonly actor: AgencyActor;
      readonly owner: PartyId;
      readonly procedure: PublishedProcedure;
      readonly submission: Submission;
    },
  ) {
    const { drafts, clock } = this.from;
    const filled = prefill(procedure.compiledForm, submission.owner, clock.iso(), originOf(actor));
    let draft = await drafts.find(draftId);
    if (!draft) {
      const origin = {
        channel: 'online' as const,
        sourceSystem: sourceSystemOf(actor.clientId),
        externalCode: submission.externalCode,
        assisted: null,
      };
      try {
        await this.beginning.execute({
          owner,
          submitter: owner,
          ground: 'self',
          procedure,
          filled,
          draftId,
          origin,
        });
      } catch (error) {
        if (uniqueViolation(error) === null) throw error;
      }
      draft = await drafts.find(draftId);
    }
    if (!draft) throw problem('system.unavailable');
    return { draft, known: filled.answers };
  }

  /** Files that an interrupted attempt has not taken in yet; they are taken in their order. */
  private async addFiles(
    filing: ReturnType<typeof agencyFilingActor>,
    draftId: DraftId,
    { files }: Submission,
  ): Promise<void> {
    const present = (await this.from.drafts.uploadsOf({ draftId })).length;
    for (const { component, fileName, content } of files.slice(present)) {
      const bytes = Buffer.from(content, 'base64');
      await this.uploads.toDraft(
        filing,
        { params: { draftId }, query: { component, fileName } },
        { source: Readable.from([bytes]) as AsyncIterable<Uint8Array>, expectedBytes: bytes.length },
      );
    }
  }
}

/** The agency says who the person is; nothing of it was proved here. */
function originOf({ agency }: AgencyActor): PrefillOrigin {
  return {
    source: { vi: agency, en: agency },
    legalBasis: 'NĐ 118/2025/NĐ-CP Điều 17(1), sửa đổi bởi NĐ 309/2026/NĐ-CP',
    declared: ['fullName', 'birthDate', 'personalId'],
  };
}

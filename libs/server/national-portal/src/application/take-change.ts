import { Injectable } from '@nestjs/common';
import type { Answers, AttachmentId, DossierId } from '@mocua/contract';
import { type DossierState, nationalPortalSource, openSupplement } from '@mocua/engine/dossier';
import {
  AnswerSupplement,
  DossierStream,
  DraftStore,
  EditDossier,
  nationalPortalActor,
  UploadFile,
  WithdrawDossier,
} from '@mocua/server/dossier';
import { hashOfBody, type IdempotencyRequest, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import type { NationalMessage } from '../domain/national-message';
import { missing, streamOf } from './take-filing';

type Change = Extract<NationalMessage, { kind: 'supplement' | 'edit' | 'withdrawal' }>;

/** Does to a dossier what its owner did on the national portal, by the use cases of our own portal. */
@Injectable()
export class TakeChange {
  constructor(
    private readonly stream: DossierStream,
    private readonly drafts: DraftStore,
    private readonly vault: SubjectVault,
    private readonly uploads: UploadFile,
    private readonly answering: AnswerSupplement,
    private readonly editing: EditDossier,
    private readonly withdrawing: WithdrawDossier,
  ) {}

  /** @throws Problem `dossier.not-found` before the filing has come; whatever the use case refuses with */
  async execute(message: Change): Promise<DossierId> {
    const state = await this.stream.byExternalCode(nationalPortalSource, message.code);
    if (!state) throw problem('dossier.not-found');
    const key = {
      scope: nationalPortalSource,
      key: message.messageId,
      bodyHash: hashOfBody(state.dossierId, message.kind),
    };
    try {
      await this.apply(message, state, key);
    } catch (error) {
      // Done by an earlier arrival of the same message whose answer was lost, or that is being answered now.
      const done = await this.stream.load(state.dossierId, key);
      if (!done?.alreadyDone) throw error;
    }
    return state.dossierId;
  }

  private async apply(message: Change, state: DossierState, key: IdempotencyRequest): Promise<void> {
    const actor = nationalPortalActor(state.people.owner, true);
    const request = <B extends object>(body: B) => ({
      params: { dossierId: state.dossierId },
      query: undefined,
      body: { ...body, version: state.version },
    });
    switch (message.kind) {
      case 'withdrawal':
        await this.withdrawing.execute(actor, request({ reason: message.reason }), key);
        break;
      case 'edit': {
        const answers = { ...(await this.answersOf(state)), ...message.answers };
        await this.editing.execute(actor, request({ answers }), key);
        break;
      }
      case 'supplement': {
        const supplement = openSupplement(state);
        if (supplement?.state !== 'sent') throw problem('supplement.not-open');
        const attachments = await this.upload(state, message);
        const { supplementId } = supplement;
        const body = { supplementId, answers: message.answers, attachments };
        await this.answering.execute(actor, request(body), key);
      }
    }
  }

  private async answersOf(state: DossierState): Promise<Answers> {
    return ((await this.vault.open(state.answers.valueId)) ?? {}) as Answers;
  }

  /** Files of the supplement; those an interrupted attempt took in are not taken twice. */
  private async upload(
    state: DossierState,
    message: Extract<Change, { kind: 'supplement' }>,
  ): Promise<AttachmentId[]> {
    const { dossierId } = state;
    const used = new Set(state.attachments.map((file) => file.attachmentId));
    const waiting = (await this.drafts.uploadsOf({ dossierId })).filter(
      (file) => !used.has(file.attachmentId),
    );
    const added: AttachmentId[] = waiting.map((file) => file.attachmentId);
    const present = waiting.map((file) => file.componentCode);
    for (const file of missing(message.files, present)) {
      const query = { component: file.componentCode, fileName: file.fileName };
      const view = await this.uploads.toSupplement(
        nationalPortalActor(state.people.owner, true),
        { params: { dossierId }, query },
        streamOf(file),
      );
      added.push(view.attachmentId);
    }
    return added;
  }
}

import { Injectable } from '@nestjs/common';
import type { DraftView, getAssistedDraft, InputOf, openAssistedDraft } from '@mocua/contract';
import { type PrefillOrigin, prefill } from '@mocua/engine/eform';
import { RegisterParty } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { PublishedProcedures, routeOn } from '@mocua/server/procedure';
import { assistedActor, type FilingActor, type FilingOrigin } from '../../domain/filing-origin';
import { DraftStore } from '../../persistence/draft-store';
import { assignmentOf } from '../authorise';
import { BeginDraft } from './begin-draft';
import { DraftAccess } from './draft-access';

/** What a person says about themselves at a counter, or writes in a letter; nobody vouches for it. */
const declaredOrigin: PrefillOrigin = {
  source: { vi: 'người dân khai với cán bộ', en: 'what the person told the officer' },
  legalBasis: 'NĐ 118/2025/NĐ-CP Điều 17(1), sửa đổi bởi NĐ 309/2026/NĐ-CP',
  declared: ['fullName', 'birthDate', 'personalId', 'phone', 'email', 'address'],
};

/**
 * An officer writes a filing for somebody who stands at the counter or sent a letter. Only the beginning differs from a
 * filing online: after it the same draft goes through the same use cases.
 *
 * @legal NĐ 118/2025 Điều 15, 17(1)
 */
@Injectable()
export class OpenAssistedDraft {
  constructor(
    private readonly access: DraftAccess,
    private readonly procedures: PublishedProcedures,
    private readonly register: RegisterParty,
    private readonly beginning: BeginDraft,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `procedure.not-found`, `procedure.not-local`, `procedure.organisation-only` */
  async execute(officer: OfficerActor, { body }: InputOf<typeof openAssistedDraft>): Promise<DraftView> {
    const { unitId } = assignmentOf(officer);
    const today = this.clock.today();
    const procedure = await this.procedures.current(body.procedureCode, today);
    if (routeOn(procedure.entry, today) !== 'local') throw problem('procedure.not-local');
    const { capacities } = procedure.entry;
    if (capacities && !capacities.includes('person')) throw problem('procedure.organisation-only');
    const { fullName, personalId, birthDate, phone } = body.person;
    const owner = await this.register.execute({
      kind: 'person',
      displayName: fullName,
      identifiers: [{ kind: 'personal-id', value: personalId }],
    });
    const claims = { fullName, personalId, birthDate, ...(phone === undefined ? {} : { phone }) };
    const origin: FilingOrigin = {
      channel: body.channel,
      sourceSystem: body.channel === 'post' ? 'post' : 'counter',
      externalCode: body.channel === 'post' ? (body.postalItem ?? null) : null,
      assisted: { unitId, officer: officer.partyId },
    };
    const draftId = await this.beginning.execute({
      owner,
      submitter: owner,
      ground: 'self',
      procedure,
      filled: prefill(procedure.compiledForm, claims, this.clock.iso(), declaredOrigin),
      origin,
    });
    const actor = assistedActor(officer, owner);
    return this.access.view(await this.access.require(actor, draftId));
  }
}

/** Finds for whom an officer may work on a draft: one that was begun at the officer's own unit. */
@Injectable()
export class AssistedDrafts {
  constructor(
    private readonly drafts: DraftStore,
    private readonly access: DraftAccess,
  ) {}

  /** @throws Problem `draft.not-found` */
  async actorFor(officer: OfficerActor, draftId: string): Promise<FilingActor> {
    const draft = await this.drafts.find(draftId);
    if (!draft?.origin?.assisted) throw problem('draft.not-found');
    const actor = assistedActor(officer, draft.submitter);
    await this.access.require(actor, draftId);
    return actor;
  }

  async view(officer: OfficerActor, { params }: InputOf<typeof getAssistedDraft>): Promise<DraftView> {
    const actor = await this.actorFor(officer, params.draftId);
    return this.access.view(await this.access.require(actor, params.draftId));
  }
}

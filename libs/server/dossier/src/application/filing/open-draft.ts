import { Injectable } from '@nestjs/common';
import type { DraftId, DraftView, InputOf, openDraft, PartyId } from '@mocua/contract';
import { prefill } from '@mocua/engine/eform';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, Config, newId, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import { DraftStore } from '../../persistence/draft-store';
import { DraftAccess } from './draft-access';

/** Days a draft is kept after it was opened. */
const draftDays = 30;

/** Resumes the open draft for a procedure, or begins a new one prefilled from the identity. */
@Injectable()
export class OpenDraft {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly vault: SubjectVault,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(actor: CitizenActor, { body }: InputOf<typeof openDraft>): Promise<DraftView> {
    const owner = body.actingFor ?? actor.actingFor;
    const ground = await this.groundFor(actor, owner);
    if (!body.startNew) {
      const open = await this.drafts.findOpen(actor.partyId, owner, body.procedureCode, this.clock.iso());
      if (open) return this.access.view(open);
    }
    const procedure = await this.procedures.current(body.procedureCode, this.clock.today());
    if (!this.config.onlineFiling || !procedure.entry.onlineFiling || procedure.entry.route !== 'local')
      throw problem('procedure.not-online');

    const claims = await this.parties.claims(actor.partyId);
    const filled = claims
      ? prefill(procedure.compiledForm, claims.values, claims.obtainedAt)
      : { answers: {}, provenance: {} };
    const now = this.clock.now();
    const draftId = newId<DraftId>(now);
    const answers = await this.vault.seal(owner, 'draft-answers', filled.answers as SealableJson, draftId);
    const prefilled = await this.vault.seal(owner, 'draft-prefill', filled.answers as SealableJson);
    await this.drafts.insert(
      {
        draftId,
        owner,
        submitter: actor.partyId,
        ground,
        procedureCode: procedure.code,
        procedureVersion: procedure.version,
        version: 1,
        provenance: filled.provenance,
        prefillValueId: prefilled.valueId,
        savedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + draftDays * 86_400_000).toISOString(),
      },
      [answers, prefilled],
    );
    return this.access.view(await this.access.require(actor, draftId));
  }

  private async groundFor(actor: CitizenActor, owner: PartyId): Promise<CitizenActor['ground']> {
    const option = (await this.parties.actingForOptions(actor.partyId)).find(
      (each) => each.partyId === owner,
    );
    if (!option) throw problem('party.not-represented');
    return option.kind;
  }
}

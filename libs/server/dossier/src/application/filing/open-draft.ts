import { Injectable } from '@nestjs/common';
import type { DraftView, InputOf, openDraft, PartyId } from '@mocua/contract';
import { chipCardOrigin, prefill, vneidOrigin } from '@mocua/engine/eform';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, Config, problem } from '@mocua/server/kernel';
import { type Capacity, type CatalogueEntry, PublishedProcedures, routeOn } from '@mocua/server/procedure';
import { DraftStore } from '../../persistence/draft-store';
import { BeginDraft } from './begin-draft';
import { DraftAccess } from './draft-access';

/** Resumes the open draft for a procedure, or begins a new one prefilled from the identity. */
@Injectable()
export class OpenDraft {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly beginning: BeginDraft,
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
    const today = this.clock.today();
    const procedure = await this.procedures.current(body.procedureCode, today);
    const { entry } = procedure;
    // By law a kiosk stands for the counter it belongs to; the switch is about filing from anywhere.
    const open = this.config.onlineFiling || actor.atKiosk !== undefined;
    if (!open || !entry.onlineFiling || routeOn(entry, today) !== 'local')
      throw problem('procedure.not-online');
    requireCapacity(entry, ground);

    const claims = await this.parties.claims(actor.partyId);
    const filled = claims
      ? prefill(procedure.compiledForm, claims.values, claims.obtainedAt, originOf(claims.provider))
      : { answers: {}, provenance: {} };
    const draftId = await this.beginning.execute({
      owner,
      submitter: actor.partyId,
      ground,
      procedure,
      filled,
      origin: null,
    });
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

/** Where the claims come from, as the form tells it. */
function originOf(provider: string | null) {
  return provider === 'chip-card' ? chipCardOrigin : vneidOrigin;
}

const capacityOf: Readonly<Record<CitizenActor['ground'], Capacity>> = {
  self: 'person',
  guardian: 'guardian',
  delegate: 'delegate',
  organisation: 'organisation',
};

/** @throws Problem `procedure.organisation-only`, `procedure.person-only` */
function requireCapacity({ capacities }: CatalogueEntry, ground: CitizenActor['ground']): void {
  if (!capacities || capacities.includes(capacityOf[ground])) return;
  throw problem(ground === 'organisation' ? 'procedure.person-only' : 'procedure.organisation-only');
}

import { Injectable } from '@nestjs/common';
import type { DraftId, DraftView, InputOf, openDraft, PartyId } from '@mocua/contract';
import { chipCardOrigin, prefill, vneidOrigin } from '@mocua/engine/eform';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, Config, namedId, problem, uniqueViolation } from '@mocua/server/kernel';
import { type Capacity, type CatalogueEntry, PublishedProcedures, routeOn } from '@mocua/server/procedure';
import { DraftStore, type StoredDraft } from '../../persistence/draft-store';
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
    const { draftId, begun: before } = await this.ofLine(actor.partyId, owner, body);
    if (before) return this.access.view(before);
    if (draftId === null && !body.startNew) {
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
    const draft = { owner, submitter: actor.partyId, ground, procedure, filled, origin: null };
    const begun = await this.beginning
      .execute(draftId === null ? draft : { ...draft, draftId })
      .catch((error: unknown) => {
        // the same line at the same moment
        if (draftId === null || uniqueViolation(error) !== 'drafts_pkey') throw error;
        return draftId;
      });
    return this.access.view(await this.access.require(actor, begun));
  }

  /**
   * The draft of a line of a table, and what has begun with it. A line whose dossier was withdrawn can be filed again
   * unchanged: it gets the draft of its next round, however many machines ask for it.
   */
  private async ofLine(
    submitter: PartyId,
    owner: PartyId,
    body: InputOf<typeof openDraft>['body'],
  ): Promise<{ readonly draftId: DraftId | null; readonly begun: StoredDraft | null }> {
    for (let round = 0; ; round += 1) {
      const draftId = fixedId(submitter, owner, body, round);
      const begun = draftId === null ? null : await this.begunBefore(draftId);
      if (begun?.dossierId == null || !(await this.drafts.isWithdrawn(begun.dossierId)))
        return { draftId, begun };
    }
  }

  /** What became of a line that came before; a draft that ran out makes room for another. */
  private async begunBefore(draftId: DraftId): Promise<StoredDraft | null> {
    const begun = await this.drafts.find(draftId);
    if (begun === null || begun.dossierId !== null || begun.expiresAt > this.clock.now()) return begun;
    await this.drafts.remove(draftId);
    return null;
  }

  private async groundFor(actor: CitizenActor, owner: PartyId): Promise<CitizenActor['ground']> {
    const option = (await this.parties.actingForOptions(actor.partyId)).find(
      (each) => each.partyId === owner,
    );
    if (!option) throw problem('party.not-represented');
    return option.kind;
  }
}

/** A line of a table has the same draft whenever it comes again, on whatever machine. */
function fixedId(
  submitter: PartyId,
  owner: PartyId,
  { ofLine, procedureCode }: InputOf<typeof openDraft>['body'],
  round: number,
): DraftId | null {
  if (ofLine === undefined) return null;
  const again = round === 0 ? [] : [String(round)];
  return namedId<DraftId>('line-of-table', [submitter, owner, procedureCode, ofLine, ...again].join('|'));
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

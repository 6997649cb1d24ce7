import { Injectable } from '@nestjs/common';
import type { DossierId, DossierOrigins, LocalizedText } from '@mocua/contract';
import { type DossierState } from '@mocua/engine/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { registerTitles } from '../../domain/register-facts';
import { DossierStream } from '../../persistence/dossier-stream';
import { DraftStore, type StoredDraft } from '../../persistence/draft-store';
import { type RegisterCheck, RegisterChecks } from '../../persistence/register-checks';
import { RegisterData, type RegisterStanding } from '../../persistence/register-data';
import { requireCitizen, requireOfficer } from '../authorise';

/** What is known of where a dossier came from. */
export interface KnownOrigins {
  readonly state: DossierState;
  readonly procedure: PublishedProcedure;
  /** Null for a dossier that never was a draft here. */
  readonly draft: StoredDraft | null;
  readonly standings: readonly RegisterStanding[];
  readonly checks: readonly RegisterCheck[];
}

/** Tells through which system a dossier came, and which of its values came from where. No value itself is read. */
@Injectable()
export class ReadOrigins {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly procedures: PublishedProcedures,
    private readonly drafts: DraftStore,
    private readonly standings: RegisterData,
    private readonly checks: RegisterChecks,
  ) {}

  /** @throws Problem `dossier.not-found` also for a dossier of another unit */
  async forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<DossierOrigins> {
    const state = await this.stateOf(dossierId);
    requireOfficer(actor, 'read')(state, await this.units.tree());
    return viewOf(await this.known(state), mayAsk(actor));
  }

  /** @throws Problem `dossier.not-found` also for somebody else's */
  async forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<DossierOrigins> {
    const state = await this.stateOf(dossierId);
    requireCitizen(actor, 'read')(state);
    return viewOf(await this.known(state), false);
  }

  async known(state: DossierState): Promise<KnownOrigins> {
    const [procedure, draft, checks] = await Promise.all([
      this.procedures.version(state.procedure.code, state.procedure.version),
      this.drafts.ofDossier(state.dossierId),
      this.checks.lastOf(state.dossierId),
    ]);
    const standings = draft === null ? [] : await this.standings.ofDraft(draft.draftId);
    return { state, procedure, draft, standings, checks };
  }

  private async stateOf(dossierId: DossierId): Promise<DossierState> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    return loaded.state;
  }
}

/** Asking a register is work on the dossier, which whoever only looks on does not do. */
export function mayAsk({ assignment }: OfficerActor): boolean {
  const permissions = assignment?.permissions ?? [];
  return permissions.includes('dossier.receive') || permissions.includes('dossier.process');
}

/** Whether a register was down at the filing and has not answered since. */
export function isOpenException(standing: RegisterStanding, checks: readonly RegisterCheck[]): boolean {
  const check = checks.find(({ register }) => register === standing.register);
  return standing.state === 'down' && (check === undefined || check.outcome === 'down');
}

export function viewOf(known: KnownOrigins, asksAgain: boolean): DossierOrigins {
  const { state, procedure, draft, standings, checks } = known;
  const labelOf = (fieldId: string): LocalizedText => {
    const label = procedure.compiledForm.fields.get(fieldId)?.definition.label;
    return label ? { ...label } : { vi: fieldId, en: fieldId };
  };
  return {
    channel: state.channel,
    sourceSystem: state.sourceSystem,
    externalCode: state.externalCodes[0] ?? null,
    values: Object.entries(draft?.provenance ?? {}).map(([fieldId, origin]) => ({
      fieldId,
      label: labelOf(fieldId),
      state: origin.state,
      source: origin.source,
      obtainedAt: origin.obtainedAt,
      fromRegister: origin.lookupId !== undefined,
    })),
    registers: standings.map((standing) => {
      const check = checks.find(({ register }) => register === standing.register);
      return {
        register: standing.register,
        title: { ...registerTitles[standing.register] },
        state: standing.state,
        whenDown: standing.degradedMode,
        downSince: standing.downSince?.toISOString() ?? null,
        check: check
          ? {
              outcome: check.outcome,
              differing: check.differing.map(labelOf),
              at: check.at.toISOString(),
              by: check.label,
            }
          : null,
        mayAsk: asksAgain && isOpenException(standing, checks),
      };
    }),
  };
}

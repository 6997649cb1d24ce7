import { Injectable } from '@nestjs/common';
import type { DossierId, UnitId } from '@mocua/contract';
import { decide, type EventType, type DossierCommand, type DossierState } from '@mocua/engine/dossier';
import { type UnitTree, UnitDirectory } from '@mocua/server/identity';
import {
  Clock,
  Database,
  type IdempotencyRequest,
  Problem,
  problem,
  type SqlExecutor,
} from '@mocua/server/kernel';
import type { SealedValue } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { DossierStream, type LoadedDossier } from '../persistence/dossier-stream';
import type { SealedFee } from './assess-fee';
import { DecisionFactsReader } from './decision-facts';
import type { DossierActor } from './event-actor';

/** What a use case may look at while it prepares its command. */
export interface CommandContext {
  readonly state: DossierState;
  readonly procedure: PublishedProcedure;
  readonly tree: UnitTree;
  /** ISO instant of the decision. */
  readonly now: string;
}

/** A command with the sealed values its events refer to. */
export interface PreparedCommand {
  /**
   * A function allocates something that must vanish when the commit does not happen: it runs in the transaction of the
   * commit and may use nothing but that connection, or a full pool would wait for itself.
   */
  readonly command: DossierCommand | ((tx: SqlExecutor) => Promise<DossierCommand>);
  readonly sealed: readonly SealedValue[];
  /** Unit on whose calendar the clock runs, when the command changes who decides. */
  readonly decidingUnit?: UnitId;
  /** What the dossier costs, where the command may make it due. */
  readonly fee?: SealedFee | null;
}

export interface CommandRequest {
  readonly actor: DossierActor;
  readonly dossierId: DossierId;
  /** Version the actor looked at; null for the system, which always decides on the newest state. */
  readonly expectedVersion: number | null;
  readonly idempotency: IdempotencyRequest | null;
  /** Throws when the actor may not do this to this dossier. The first thing that happens after loading. */
  readonly authorise: (state: DossierState, tree: UnitTree) => void;
  readonly prepare: (context: CommandContext) => Promise<PreparedCommand>;
}

/** Events that change nothing on anybody's page; work in progress must not be turned away because of them. */
const unseen: ReadonlySet<EventType> = new Set(['reception-alerted', 'payment-reminded']);

/** Unwinds a transaction whose commit found another version. */
class StaleCommit extends Error {}

/** Runs a command on an existing dossier: load, authorise, decide, commit; a retry of the same request is answered alike. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly procedures: PublishedProcedures,
    private readonly facts: DecisionFactsReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The state after the command.
   *
   * @throws Problem `dossier.not-found`, `dossier.stale`, and whatever the decision refuses with
   */
  async run(request: CommandRequest): Promise<DossierState> {
    const tree = await this.units.tree();
    const loaded = await this.load(request, tree);
    if (loaded.alreadyDone) return loaded.state;
    if (await this.isStale(request.expectedVersion, loaded.state)) throw stale(loaded.state);
    try {
      return await this.decideAndCommit(request, loaded, tree);
    } catch (error) {
      if (!(error instanceof StaleCommit)) throw error;
      const winner = await this.load(request, tree);
      if (winner.alreadyDone) return winner.state;
      throw stale(winner.state);
    }
  }

  /** Whether something the actor should have seen happened after the version they looked at. */
  private async isStale(expectedVersion: number | null, state: DossierState): Promise<boolean> {
    if (expectedVersion === null || expectedVersion === state.version) return false;
    if (expectedVersion > state.version) return true;
    const events = await this.stream.events(state.dossierId);
    return events.some((event) => event.seq > expectedVersion && !unseen.has(event.type));
  }

  private async load(request: CommandRequest, tree: UnitTree): Promise<LoadedDossier> {
    const loaded = await this.stream.load(request.dossierId, request.idempotency);
    if (!loaded) throw problem('dossier.not-found');
    request.authorise(loaded.state, tree);
    return loaded;
  }

  private async decideAndCommit(
    request: CommandRequest,
    before: LoadedDossier,
    tree: UnitTree,
  ): Promise<DossierState> {
    const { state } = before;
    const now = this.clock.iso();
    const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
    const { command, sealed, decidingUnit, fee } = await request.prepare({ state, procedure, tree, now });
    const read = await this.facts.read({
      state,
      procedure,
      tree,
      actor: request.actor,
      now,
      decidingUnit: decidingUnit ?? state.units.competent,
    });
    const facts = { ...read, fee: fee?.assessed ?? null };
    const commit = async (decided: DossierCommand, sql: SqlExecutor): Promise<DossierState> => {
      const decision = decide(state, decided, facts);
      if (!decision.ok)
        throw new Problem(decision.problem.code, decision.problem.params, decision.problem.fields);
      if (decision.events.length === 0) return state;
      const { events } = decision;
      const assessed = fee && events.some((event) => event.type === 'fee-assessed') ? [fee.sealed] : [];
      const result = await this.stream.commit(
        { before, events, sealed: [...sealed, ...assessed], idempotency: request.idempotency },
        sql,
      );
      if (result.kind !== 'committed') throw new StaleCommit();
      return result.state;
    };
    if (typeof command !== 'function') return commit(command, this.database);
    return this.database.transaction(async (tx) => commit(await command(tx), tx));
  }
}

function stale(state: DossierState): Problem {
  return problem('dossier.stale', { version: state.version, state: state.processing });
}

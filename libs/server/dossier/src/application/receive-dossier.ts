import { Injectable } from '@nestjs/common';
import type { InputOf, receiveDossier, UnitId } from '@mocua/contract';
import { type DossierState, nationalCodeOf } from '@mocua/engine/dossier';
import { isValidOn, type UnitTree } from '@mocua/server/identity';
import {
  type IdempotencyRequest,
  localDate,
  type OfficerActor,
  problem,
  type SqlExecutor,
} from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { dossierCode } from '../domain/dossier-code';
import { AssessFee } from './assess-fee';
import { requireOfficer } from './authorise';
import { CommandRunner } from './command-runner';

/** Takes a filed dossier in: code of the competent agency, form 01, start of the clock and of the process. */
@Injectable()
export class ReceiveDossier {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
    private readonly fees: AssessFee,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof receiveDossier>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'receive'),
      prepare: async ({ state, procedure, tree, now }) => {
        if (state.processing !== 'submitted')
          throw problem('dossier.wrong-state', { state: state.processing });
        const day = localDate(new Date(now));
        const competentUnit = body.competentUnitId ?? state.units.competent;
        const { identifier, homeCentre } = competence(tree, competentUnit, day);
        const note = body.note
          ? await this.vault.seal(state.people.owner, 'reception-note', body.note)
          : null;
        return {
          decidingUnit: competentUnit,
          fee: await this.fees.atReception(state, procedure),
          command: async (tx) => ({
            type: 'receive',
            // One code for each dossier: the one the national portal gave stays.
            code: nationalCodeOf(state) ?? dossierCode(identifier, day, await nextOrder(tx, identifier, day)),
            competentUnit,
            homeCentre,
            note: note && { valueId: note.valueId, digest: note.digest },
          }),
          sealed: note ? [note] : [],
        };
      },
    });
  }
}

/** Identifier for the code, and the one-stop centre in front of a competent unit. */
function competence(tree: UnitTree, unitId: UnitId, day: string): { identifier: string; homeCentre: UnitId } {
  const unit = tree.find(unitId);
  if (!unit || !isValidOn(unit, day)) throw problem('unit.not-found');
  const identified = tree.ancestry(unitId).find((each) => each.agencyIdentifier !== null);
  const centre = tree.oneStopOf(unitId, day);
  if (!identified?.agencyIdentifier || !centre) throw problem('unit.not-found');
  return { identifier: identified.agencyIdentifier, homeCentre: centre.unitId };
}

/** The row lock is held until the commit, so the numbers of a day have neither gaps nor doubles. */
async function nextOrder(sql: SqlExecutor, prefix: string, day: string): Promise<number> {
  const row = await sql.one<{ last: number }>(
    `INSERT INTO dossier.code_counters (prefix, day, last) VALUES ($1, $2, 1)
     ON CONFLICT (prefix, day) DO UPDATE SET last = code_counters.last + 1 RETURNING last`,
    [prefix, day],
    'dossier-code-next',
  );
  if (!row) throw new Error('no dossier code was allocated');
  return row.last;
}

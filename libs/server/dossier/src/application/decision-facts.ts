import { Injectable } from '@nestjs/common';
import type { Answers, UnitId } from '@mocua/contract';
import type { DecisionFacts, DossierState } from '@mocua/engine/dossier';
import { settleRules } from '@mocua/engine/process';
import { UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { localDate, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import { referredUnit } from '../domain/unit-reference';
import { WorkingCalendars } from '../persistence/working-calendars';
import { type DossierActor, eventActor } from './event-actor';

/** What a decision about a dossier is taken for. */
export interface DecisionCase {
  readonly state: DossierState;
  readonly procedure: PublishedProcedure;
  readonly tree: UnitTree;
  readonly actor: DossierActor;
  /** ISO instant. */
  readonly now: string;
  /** Unit on whose calendar the clock runs. */
  readonly decidingUnit: UnitId;
}

/** Gathers what `decide` has to know from outside. */
@Injectable()
export class DecisionFactsReader {
  constructor(
    private readonly units: UnitDirectory,
    private readonly calendars: WorkingCalendars,
    private readonly vault: SubjectVault,
  ) {}

  async read({ state, procedure, tree, actor, now, decidingUnit }: DecisionCase): Promise<DecisionFacts> {
    const { rules, process, entry } = procedure;
    const calendar = await this.calendars.get(await this.units.calendarOf(decidingUnit));
    const answers = readsAnswers(procedure) ? await this.answersOf(state) : {};
    return {
      now,
      actor: eventActor(actor),
      rules: settleRules(rules, answers),
      calendar,
      process,
      issuesResult: entry.result !== 'none',
      taskUnits: taskUnitsOf(procedure, answers, tree, localDate(new Date(now))),
    };
  }

  private async answersOf(state: DossierState): Promise<Answers> {
    return ((await this.vault.open(state.answers.valueId)) ?? {}) as Answers;
  }
}

/** Most procedures decide without the answers; those are not unsealed for nothing. */
function readsAnswers({ rules, process }: PublishedProcedure): boolean {
  const { duration } = rules.clock;
  return (
    (duration !== null && 'choose' in duration) ||
    process.nodes.some((node) => node.kind === 'task' && node.unit?.startsWith('=') === true)
  );
}

/** @throws Problem `unit.not-found` when a step names a unit that does not exist today */
function taskUnitsOf(
  { process }: PublishedProcedure,
  answers: Answers,
  tree: UnitTree,
  day: string,
): Readonly<Record<string, UnitId>> {
  const units: Record<string, UnitId> = {};
  for (const node of process.nodes) {
    if (node.kind !== 'task' || node.unit === undefined) continue;
    const unit = referredUnit(node.unit, answers, tree, day);
    if (unit === null) throw problem('unit.not-found');
    units[node.id] = unit;
  }
  return units;
}

import { Injectable } from '@nestjs/common';
import type { UnitId } from '@mocua/contract';
import { Database, problem } from '@mocua/server/kernel';
import { isAgencyIdentifier, type Unit, type UnitSuccession } from '../domain/unit';
import { UnitStore } from '../persistence/unit.store';
import { UnitDirectory } from './unit-directory';

/** Units that go over into others on one day. */
export interface UnitChange {
  readonly kind: UnitSuccession['kind'];
  readonly predecessors: readonly UnitId[];
  readonly successors: readonly UnitId[];
  /** First day of the successors; the predecessors close on the day before. */
  readonly effectiveFrom: string;
  readonly ground: string;
}

/** Adds units and lets units merge, split or change their names. Nothing is rewritten: closed units stay. */
@Injectable()
export class ChangeUnits {
  constructor(
    private readonly store: UnitStore,
    private readonly directory: UnitDirectory,
    private readonly database: Database,
  ) {}

  /** Inserts units or replaces what is known of them. */
  async save(units: readonly Unit[], successions: readonly UnitSuccession[] = []): Promise<void> {
    for (const { agencyIdentifier, name } of units) {
      if (agencyIdentifier !== null && !isAgencyIdentifier(agencyIdentifier))
        throw new RangeError(`agency identifier of ${name}`);
    }
    await this.database.transaction(async (tx) => {
      await this.store.advanceVersion(tx);
      for (const unit of units) await this.store.save(tx, unit);
      for (const step of successions) await this.store.saveSuccession(tx, step);
    });
    this.directory.forget();
  }

  /** @throws Problem `unit.not-found` for an unknown unit or a predecessor that is not in being the day before */
  async succeed({ kind, predecessors, successors, effectiveFrom, ground }: UnitChange): Promise<void> {
    const lastDay = dayBefore(effectiveFrom);
    const closing = await Promise.all(predecessors.map((unitId) => this.directory.getOpen(unitId, lastDay)));
    await Promise.all(successors.map((unitId) => this.directory.getOpen(unitId, effectiveFrom)));
    if (closing.some((unit) => unit.validTo !== null)) throw problem('unit.not-found');
    await this.save(
      closing
        .filter((unit) => !successors.includes(unit.unitId))
        .map((unit) => ({ ...unit, validTo: lastDay })),
      predecessors.flatMap((predecessorId) =>
        successors
          .filter((successorId) => successorId !== predecessorId)
          .map((successorId) => ({ predecessorId, successorId, kind, effectiveFrom, ground })),
      ),
    );
  }
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

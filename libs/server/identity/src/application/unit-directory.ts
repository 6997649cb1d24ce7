import { Injectable } from '@nestjs/common';
import type { UnitFilter, UnitId } from '@mocua/contract';
import { Clock, problem } from '@mocua/server/kernel';
import type { Unit } from '../domain/unit';
import type { UnitChoice, UnitTree } from '../domain/unit-tree';
import { isValidOn } from '../domain/validity';
import { UnitStore } from '../persistence/unit.store';

/** How long a snapshot is used before its version is compared with the stored one. */
const recheckAfterMs = 2_000;

/** The unit tree, held in memory and reloaded when its stored version has moved. */
@Injectable()
export class UnitDirectory {
  private snapshot: { readonly tree: UnitTree; readonly checkedAt: number } | null = null;
  private loading: Promise<UnitTree> | null = null;

  constructor(
    private readonly store: UnitStore,
    private readonly clock: Clock,
  ) {}

  /** The current tree; at most {@link recheckAfterMs} behind another process, never behind this one. */
  async tree(): Promise<UnitTree> {
    const now = this.clock.now().getTime();
    if (this.snapshot !== null && Math.abs(now - this.snapshot.checkedAt) < recheckAfterMs)
      return this.snapshot.tree;
    this.loading ??= this.refresh(now).finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  /** Forgets the snapshot; called by the use cases that change the tree. */
  forget(): void {
    this.snapshot = null;
  }

  /** @throws Problem `unit.not-found`; closed units are found, see {@link getOpen} */
  async get(unitId: UnitId): Promise<Unit> {
    const unit = (await this.tree()).find(unitId);
    if (unit === null) throw problem('unit.not-found');
    return unit;
  }

  /** The unit, when it is in being on the date (default: today). @throws Problem `unit.not-found` */
  async getOpen(unitId: UnitId, date: string = this.clock.today()): Promise<Unit> {
    const unit = await this.get(unitId);
    if (!isValidOn(unit, date)) throw problem('unit.not-found');
    return unit;
  }

  /** One-stop centre in front of a unit today, or null. */
  async oneStopOf(unitId: UnitId, date: string = this.clock.today()): Promise<Unit | null> {
    return (await this.tree()).oneStopOf(unitId, date);
  }

  /** The unit itself and everything below it. */
  async descendants(unitId: UnitId): Promise<readonly UnitId[]> {
    return (await this.tree()).descendants(unitId);
  }

  async options(filter: UnitFilter, date: string = this.clock.today()): Promise<readonly UnitChoice[]> {
    return (await this.tree()).options(filter, date);
  }

  async byAgencyIdentifier(identifier: string, date: string = this.clock.today()): Promise<Unit | null> {
    return (await this.tree()).byAgencyIdentifier(identifier, date);
  }

  /** Id of the working calendar a unit follows. @throws Problem `unit.not-found` */
  async calendarOf(unitId: UnitId): Promise<string> {
    return (await this.get(unitId)).calendarId;
  }

  /** Who answers for the unit on a date; see {@link UnitTree.successorOf}. */
  async successorOf(unitId: UnitId, date: string = this.clock.today()): Promise<Unit | null> {
    return (await this.tree()).successorOf(unitId, date);
  }

  private async refresh(now: number): Promise<UnitTree> {
    const known = this.snapshot?.tree;
    const version = await this.store.version();
    const tree = known?.version === version ? known : await this.store.load();
    this.snapshot = { tree, checkedAt: now };
    return tree;
  }
}

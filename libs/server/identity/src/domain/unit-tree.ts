import type { UnitFilter, UnitId } from '@mocua/contract';
import type { Unit, UnitSuccession } from './unit';
import { isValidOn } from './validity';

/** A unit a form offers, with the names people knew it by before. */
export interface UnitChoice {
  readonly unit: Unit;
  readonly formerNames: readonly string[];
}

/** An immutable snapshot of all units with their successions; every question is answered in memory. */
export class UnitTree {
  private readonly byId: ReadonlyMap<UnitId, Unit>;
  private readonly children = new Map<UnitId, Unit[]>();
  private readonly successors = new Map<UnitId, UnitSuccession[]>();
  private readonly predecessors = new Map<UnitId, UnitSuccession[]>();
  /** What forms offer on one day; every filing asks, and only the day or another tree changes it. */
  private readonly offered = new Map<UnitFilter, readonly UnitChoice[]>();
  private offeredOn = '';

  /** @param version - grows with every change of the stored tree */
  constructor(
    readonly version: number,
    units: readonly Unit[],
    successions: readonly UnitSuccession[],
  ) {
    this.byId = new Map(units.map((unit) => [unit.unitId, unit]));
    for (const unit of units) if (unit.parentId !== null) append(this.children, unit.parentId, unit);
    for (const step of successions) {
      append(this.successors, step.predecessorId, step);
      append(this.predecessors, step.successorId, step);
    }
  }

  find(unitId: UnitId): Unit | null {
    return this.byId.get(unitId) ?? null;
  }

  all(): readonly Unit[] {
    return [...this.byId.values()];
  }

  /** The unit, then its parent, up to the root. */
  ancestry(unitId: UnitId): readonly Unit[] {
    const path: Unit[] = [];
    for (let unit = this.find(unitId); unit !== null && !path.includes(unit);) {
      path.push(unit);
      unit = unit.parentId === null ? null : this.find(unit.parentId);
    }
    return path;
  }

  /** The unit itself and everything below it, whatever its validity: old dossiers stay reachable. */
  descendants(unitId: UnitId): readonly UnitId[] {
    const found: UnitId[] = [];
    const open: UnitId[] = this.byId.has(unitId) ? [unitId] : [];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      found.push(next);
      for (const child of this.children.get(next) ?? []) open.push(child.unitId);
    }
    return found;
  }

  /** Whether an assignment in `outer` reaches things that belong to `inner`. */
  covers(outer: UnitId, inner: UnitId): boolean {
    return this.ancestry(inner).some((unit) => unit.unitId === outer);
  }

  /**
   * The one-stop centre that speaks with applicants for a unit: the unit itself when it is one, else the nearest one
   * that hangs below an ancestor. Null for units that have none (most external ones).
   */
  oneStopOf(unitId: UnitId, date: string): Unit | null {
    for (const unit of this.ancestry(unitId)) {
      if (unit.kind === 'one-stop-centre' && isValidOn(unit, date)) return unit;
      const child = (this.children.get(unit.unitId) ?? []).find(
        (candidate) => candidate.kind === 'one-stop-centre' && isValidOn(candidate, date),
      );
      if (child !== undefined) return child;
    }
    return null;
  }

  byAgencyIdentifier(identifier: string, date: string): Unit | null {
    return this.all().find((unit) => unit.agencyIdentifier === identifier && isValidOn(unit, date)) ?? null;
  }

  /**
   * The unit that answers for `unitId` on a date: itself while it is valid, else its successor, followed through later
   * changes. Null when it closed without one, or when it was split: then a person has to choose.
   */
  successorOf(unitId: UnitId, date: string): Unit | null {
    const seen = new Set<UnitId>();
    let current = this.find(unitId);
    while (current !== null && !isValidOn(current, date) && !seen.has(current.unitId)) {
      seen.add(current.unitId);
      const steps = (this.successors.get(current.unitId) ?? []).filter((step) => step.effectiveFrom <= date);
      const [only] = steps;
      current =
        only !== undefined && steps.length === 1 && only.kind !== 'split'
          ? this.find(only.successorId)
          : null;
    }
    return current !== null && isValidOn(current, date) ? current : null;
  }

  /** Names of all predecessors, nearest first. */
  formerNames(unitId: UnitId): readonly string[] {
    const names: string[] = [];
    const open = [...(this.predecessors.get(unitId) ?? [])];
    for (let step = open.shift(); step !== undefined && names.length < this.byId.size; step = open.shift()) {
      const former = this.find(step.predecessorId);
      if (former === null) continue;
      if (!names.includes(former.name)) names.push(former.name);
      open.push(...(this.predecessors.get(former.unitId) ?? []));
    }
    return names;
  }

  /** Units a form may offer on a date, in Vietnamese alphabetical order. */
  options(filter: UnitFilter, date: string): readonly UnitChoice[] {
    if (date !== this.offeredOn) {
      this.offeredOn = date;
      this.offered.clear();
    }
    const known = this.offered.get(filter);
    if (known !== undefined) return known;
    const choices = this.choicesOf(filter, date);
    this.offered.set(filter, choices);
    return choices;
  }

  private choicesOf(filter: UnitFilter, date: string): readonly UnitChoice[] {
    return this.all()
      .filter((unit) => this.answersTo(filter, unit))
      .filter((unit) => isValidOn(unit, date))
      .sort((left, right) => left.name.localeCompare(right.name, 'vi'))
      .map((unit) => ({ unit, formerNames: this.formerNames(unit.unitId) }));
  }

  private answersTo(filter: UnitFilter, unit: Unit): boolean {
    switch (filter) {
      case 'register-keeper':
        return unit.keepsRegisters;
      case 'one-stop-centre':
        return unit.kind === 'one-stop-centre';
      case 'branch':
        return unit.kind === 'branch';
      case 'local-committee': {
        // No level is named: it is the committee with no other committee below it.
        const below = this.children.get(unit.unitId) ?? [];
        return unit.kind === 'people-committee' && !below.some((child) => child.kind === 'people-committee');
      }
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

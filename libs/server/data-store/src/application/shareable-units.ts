import { Injectable } from '@nestjs/common';
import type { ShareableUnit, UnitId } from '@mocua/contract';
import { foldedWords } from '@mocua/engine/vietnamese';
import { isValidOn, type Unit, UnitDirectory } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { agencyOf, isAgency } from '../domain/unit-share';

const mostFound = 20;

/** Agencies that people may share papers with, and the officers who read for them. */
@Injectable()
export class ShareableUnits {
  constructor(
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** One name of the agency, of today or from before, has every word or the beginning of it, whatever marks and capitals. */
  async search(search: string): Promise<ShareableUnit[]> {
    const tree = await this.units.tree();
    const today = this.clock.today();
    const wanted = foldedWords(search);
    if (wanted.length === 0) return [];
    return tree
      .all()
      .filter((unit) => isAgency(unit) && isValidOn(unit, today))
      .map((unit) => ({
        unitId: unit.unitId,
        name: unit.name,
        address: unit.address,
        formerNames: [...tree.formerNames(unit.unitId)],
      }))
      .filter(({ name, formerNames }) => [name, ...formerNames].some((said) => isNamed(said, wanted)))
      .sort((left, right) => left.name.localeCompare(right.name, 'vi'))
      .slice(0, mostFound);
  }

  /** An agency that is in being today. @throws Problem `unit.not-found` */
  async require(unitId: UnitId): Promise<Unit> {
    const unit = await this.units.getOpen(unitId);
    if (!isAgency(unit)) throw problem('unit.not-found');
    return unit;
  }

  /** Name of a unit, and whether it is in being today. */
  async standingOf(unitId: UnitId): Promise<{ readonly name: string; readonly open: boolean }> {
    const unit = (await this.units.tree()).find(unitId);
    return { name: unit?.name ?? '', open: unit !== null && isValidOn(unit, this.clock.today()) };
  }

  /**
   * The agency for which the officer reads under the assignment of this request, also one that stands in for somebody; null
   * when it is not in being today or none that people share with.
   */
  async readFor({ assignment }: OfficerActor): Promise<UnitId | null> {
    if (assignment === null) return null;
    const tree = await this.units.tree();
    const agency = agencyOf(tree.ancestry(assignment.unitId));
    const unit = agency === null ? null : tree.find(agency);
    return unit !== null && isValidOn(unit, this.clock.today()) ? unit.unitId : null;
  }
}

function isNamed(name: string, wanted: readonly string[]): boolean {
  const words = foldedWords(name);
  return wanted.every((each) => words.some((word) => word.startsWith(each)));
}

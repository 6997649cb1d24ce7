import type { UnitId } from '@mocua/contract';
import type { UnitTree } from '@mocua/server/identity';

/** Stands for a unit that nobody knows. */
const unknownUnit = '000';

/** Code in the catalogue of agencies; a unit without one of its own counts for the next above that has one. */
export function unitCodeOf(tree: UnitTree, unitId: UnitId): string {
  return (
    tree.ancestry(unitId).find((unit) => unit.agencyIdentifier !== null)?.agencyIdentifier ?? unknownUnit
  );
}

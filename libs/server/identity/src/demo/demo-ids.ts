import type { AssignmentId, PartyId, UnitId } from '@mocua/contract';
import { namedId } from '@mocua/server/kernel';
import type { DemoUnitKey } from './demo-province';

/** Ids of the demo province are derived from its keys: equal in every installation and after every reseeding. */
const namespace = 'mocua-demo-province';

export function demoUnitId(key: DemoUnitKey | (string & {})): UnitId {
  return namedId<UnitId>(namespace, `unit/${key}`);
}

export function demoPartyId(key: string): PartyId {
  return namedId<PartyId>(namespace, `party/${key}`);
}

export function demoAssignmentId(key: string): AssignmentId {
  return namedId<AssignmentId>(namespace, `assignment/${key}`);
}

export function demoRepresentationId(represented: string, representative: string): string {
  return namedId(namespace, `representation/${representative}/${represented}`);
}

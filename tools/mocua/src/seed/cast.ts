import { permissionsOf, type UnitId } from '@mocua/contract';
import { demoAssignmentId, demoPartyId, demoUnitId } from '@mocua/server/identity';
import { demoAssignments, demoPeople, type DemoPerson } from '@mocua/server/identity/demo';
import type { CitizenActor, OfficerActor } from '@mocua/server/kernel';

/** The officers of one place, in the order in which a dossier meets them. */
export interface Office {
  readonly unitId: UnitId;
  readonly oneStop: OfficerActor;
  readonly specialist: OfficerActor;
  readonly leader: OfficerActor;
  readonly clerk: OfficerActor;
}

export function officer(assignmentKey: string): OfficerActor {
  const assignment = demoAssignments.find((each) => each.key === assignmentKey);
  if (!assignment) throw new Error(`no demo assignment ${assignmentKey}`);
  return {
    kind: 'officer',
    sessionId: 'seed',
    partyId: demoPartyId(assignment.person),
    assignment: {
      assignmentId: demoAssignmentId(assignment.key),
      unitId: demoUnitId(assignment.unit),
      role: assignment.role,
      permissions: permissionsOf[assignment.role],
      signingCapacity: assignment.capacity,
    },
  };
}

function commune(key: string): Office {
  return {
    unitId: demoUnitId(key),
    oneStop: officer(`${key}-one-stop`),
    specialist: officer(`${key}-specialist`),
    leader: officer(`${key}-leader`),
    clerk: officer(`${key}-clerk`),
  };
}

export const offices: readonly Office[] = [
  ...['dong-sen', 'ngan-thuong', 'pu-linh', 'hon-vong'].map(commune),
  {
    unitId: demoUnitId('justice'),
    oneStop: officer('provincial-centre-one-stop'),
    specialist: officer('justice-specialist'),
    leader: officer('justice-leader'),
    clerk: officer('justice-clerk'),
  },
];

/** Citizens who file online. */
export const applicants: readonly DemoPerson[] = demoPeople.filter(
  (person) => person.vneid && person.personalId !== null && person.level === 'L2',
);

export function citizen(person: DemoPerson): CitizenActor {
  const partyId = demoPartyId(person.key);
  return {
    kind: 'citizen',
    sessionId: 'seed',
    partyId,
    actingFor: partyId,
    ground: 'self',
    identityLevel: 'L2',
  };
}

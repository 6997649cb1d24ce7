import { Injectable } from '@nestjs/common';
import { permissionsOf, type PersonView } from '@mocua/contract';
import type { Assignment } from '../domain/assignment';
import { DisplayStore } from '../persistence/display.store';
import { LoginEventStore } from '../persistence/login-event.store';
import type { Session } from '../persistence/session.store';
import { ActingAssignments } from './acting-assignments';
import { PartyDirectory } from './party-directory';
import { UnitDirectory } from './unit-directory';

/** The signed-in person as the front ends show them: name, whom they may act for, which roles they hold. */
@Injectable()
export class DescribeSession {
  constructor(
    private readonly parties: PartyDirectory,
    private readonly assignments: ActingAssignments,
    private readonly units: UnitDirectory,
    private readonly logins: LoginEventStore,
    private readonly displays: DisplayStore,
  ) {}

  async execute(session: Session): Promise<PersonView> {
    const { partyId, audience } = session;
    const actingFor = audience === 'citizen' ? await this.parties.actingForOptions(partyId) : [];
    const assignments = audience === 'officer' ? await this.assignments.of(partyId) : [];
    const lastLogin = await this.logins.lastBefore(partyId, audience, session.createdAt);
    return {
      partyId,
      displayName: actingFor[0]?.displayName ?? (await this.parties.displayName(partyId)),
      identityLevel: session.level,
      actingFor: [...actingFor],
      assignments: await this.describe(assignments),
      lastLoginAt: lastLogin?.toISOString() ?? null,
      display: audience === 'citizen' ? await this.displays.of(partyId) : null,
    };
  }

  private async describe(assignments: readonly Assignment[]): Promise<PersonView['assignments']> {
    const tree = await this.units.tree();
    const delegators = assignments.flatMap(({ delegatedFrom }) =>
      delegatedFrom === null ? [] : [delegatedFrom.partyId],
    );
    const names = await this.parties.displayNames(delegators);
    return assignments.map(({ assignmentId, unitId, role, signingCapacity, delegatedFrom, validTo }) => ({
      assignmentId,
      unitId,
      unitName: tree.find(unitId)?.name ?? '',
      role,
      signingCapacity,
      standsInFor: delegatedFrom === null ? null : (names.get(delegatedFrom.partyId) ?? ''),
      permissions: [...permissionsOf[role]],
      validTo,
    }));
  }
}

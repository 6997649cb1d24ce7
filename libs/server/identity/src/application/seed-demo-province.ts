import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@mocua/server/kernel';
import { demoAssignments } from '../demo/demo-assignments';
import { demoAssignmentId, demoPartyId, demoRepresentationId, demoUnitId } from '../demo/demo-ids';
import { type DemoPerson, demoOrganisations, demoPeople, demoRepresentations } from '../demo/demo-people';
import { type DemoUnit, demoUnits, newMapFrom } from '../demo/demo-province';
import type { Unit, UnitSuccession } from '../domain/unit';
import { ChangeUnits } from './change-units';
import { GiveAssignment } from './give-assignment';
import { GrantRepresentation } from './grant-representation';
import { RegisterParty } from './register-party';

const calendarId = 'demo-province';
/** Days before and after the seeding during which the stand-in holds. */
const standInBefore = 120;
const standInAfter = 180;

/** Fills an empty installation with the invented province through the real use cases; repeating it changes nothing. */
@Injectable()
export class SeedDemoProvince {
  constructor(
    private readonly units: ChangeUnits,
    private readonly parties: RegisterParty,
    private readonly assignments: GiveAssignment,
    private readonly representations: GrantRepresentation,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.units.save(demoUnits.map(toUnit), demoUnits.flatMap(toSuccessions));
    for (const person of demoPeople)
      await this.parties.execute({ ...partyOf(person), partyId: demoPartyId(person.key) });
    for (const { key, name, taxCode, enterpriseCode } of demoOrganisations) {
      await this.parties.execute({
        partyId: demoPartyId(key),
        kind: 'organisation',
        displayName: name,
        identifiers: [
          ...(enterpriseCode === null ? [] : [{ kind: 'enterprise-code' as const, value: enterpriseCode }]),
          { kind: 'tax-code', value: taxCode },
        ],
      });
    }
    await this.giveAssignments();
    for (const { represented, representative, kind, ground } of demoRepresentations) {
      await this.representations.execute({
        representationId: demoRepresentationId(represented, representative),
        representedId: demoPartyId(represented),
        representativeId: demoPartyId(representative),
        kind,
        ground,
        validFrom: newMapFrom,
        validTo: null,
      });
    }
  }

  private async giveAssignments(): Promise<void> {
    const now = this.clock.now().getTime();
    const day = (offset: number): string => localDate(new Date(now + offset * 86_400_000));
    for (const { key, person, unit, role, title, capacity, standsInFor } of demoAssignments) {
      const source = demoAssignments.find((candidate) => candidate.key === standsInFor);
      await this.assignments.execute({
        assignmentId: demoAssignmentId(key),
        partyId: demoPartyId(person),
        unitId: demoUnitId(unit),
        role,
        title,
        signingCapacity: capacity,
        delegatedFrom:
          source === undefined
            ? null
            : { assignmentId: demoAssignmentId(source.key), partyId: demoPartyId(source.person) },
        ground:
          source === undefined
            ? 'Quyết định phân công công tác'
            : 'Văn bản giao làm thay trong thời gian nghỉ phép',
        validFrom: source === undefined ? newMapFrom : day(-standInBefore),
        validTo: source === undefined ? null : day(standInAfter),
      });
    }
  }
}

function toUnit(unit: DemoUnit): Unit {
  return {
    unitId: demoUnitId(unit.key),
    parentId: unit.parent === null ? null : demoUnitId(unit.parent),
    kind: unit.kind,
    levelCode: unit.levelCode,
    name: unit.name,
    shortName: unit.shortName,
    agencyIdentifier: unit.agencyIdentifier,
    calendarId,
    address: unit.address,
    keepsRegisters: unit.keepsRegisters ?? false,
    validFrom: unit.validFrom ?? newMapFrom,
    validTo: unit.validTo ?? null,
  };
}

function toSuccessions({ key, successorOf }: DemoUnit): UnitSuccession[] {
  return (successorOf?.units ?? []).map((predecessor) => ({
    predecessorId: demoUnitId(predecessor),
    successorId: demoUnitId(key),
    kind: successorOf?.kind ?? 'merged',
    effectiveFrom: newMapFrom,
    ground: 'Nghị quyết sắp xếp đơn vị hành chính (giả lập)',
  }));
}

function partyOf({ name, personalId, passport }: DemoPerson) {
  return {
    kind: personalId === null ? ('foreigner' as const) : ('person' as const),
    displayName: name,
    identifiers: [
      ...(personalId === null ? [] : [{ kind: 'personal-id' as const, value: personalId }]),
      ...(passport === undefined ? [] : [{ kind: 'passport' as const, value: passport }]),
    ],
  };
}

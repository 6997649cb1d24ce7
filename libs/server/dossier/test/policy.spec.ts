import { describe, expect, it } from '@jest/globals';
import {
  type AssignmentId,
  type PartyId,
  permissionsOf,
  type Role,
  roles,
  type UnitId,
} from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { demoUnitId, type Unit, UnitTree } from '@mocua/server/identity';
import { demoUnits } from '@mocua/server/identity/demo';
import type { CitizenActor, OfficerActor } from '@mocua/server/kernel';
import { aSubmission, commands, DossierStory, rules, situations } from './stories';
import {
  agencyOf,
  citizenActions,
  citizenActs,
  citizenSees,
  officerActions,
  officerSees,
} from '../src/domain/policy';

const tree = new UnitTree(
  1,
  demoUnits.map((unit): Unit => ({
    unitId: demoUnitId(unit.key),
    parentId: unit.parent === null ? null : demoUnitId(unit.parent),
    kind: unit.kind,
    levelCode: unit.levelCode,
    name: unit.name,
    shortName: unit.shortName,
    agencyIdentifier: unit.agencyIdentifier,
    calendarId: 'demo-province',
    address: unit.address,
    keepsRegisters: unit.keepsRegisters ?? false,
    validFrom: unit.validFrom ?? '2025-07-01',
    validTo: unit.validTo ?? null,
  })),
  [],
);
const units = {
  assistedAt: null,
  receiving: demoUnitId('dong-sen-centre'),
  competent: demoUnitId('dong-sen'),
};
const beforeReception = new DossierStory(aSubmission({ units })).state;
const afterReception = new DossierStory(aSubmission({ units })).then(() => ({
  ...(commands.receive() as Extract<ReturnType<typeof commands.receive>, { type: 'receive' }>),
  competentUnit: units.competent,
  homeCentre: units.receiving,
})).state;

/** The state with its steps at the committee of Đồng Sen. */
function inDongSen(state: DossierState): DossierState {
  return {
    ...state,
    tasks: state.tasks.map((task) => ({ ...task, unitId: demoUnitId('dong-sen') })),
  };
}
/** The state after money was asked for, by the competent unit unless another one is named. */
function asked(state: DossierState, unit?: UnitId): DossierState {
  const explanation = { valueId: 'v', digest: 'd' };
  const request = {
    ...{ ground: 'more', charge: 0, lines: [], payer: 'owner' as const, payBy: '2026-12-01' },
    ...{ amount: 8_000, explanation, requestedAt: '2026-11-20T02:00:00.000Z' },
    ...(unit === undefined ? {} : { unit }),
  };
  const money = { owedSince: 9, requested: 8_000, request: explanation, requests: [request], payments: [] };
  return { ...state, units, processing: 'awaiting-payment', money };
}
function assignment(role: Role, unit: string) {
  return {
    assignmentId: 'a' as AssignmentId,
    unitId: demoUnitId(unit) as UnitId,
    role,
    permissions: permissionsOf[role],
    signingCapacity: null,
  };
}
function officer(role: Role, unit: string): OfficerActor {
  return { kind: 'officer', sessionId: 's', partyId: 'p' as PartyId, assignment: assignment(role, unit) };
}
function citizen(partyId: string, actingFor = partyId): CitizenActor {
  return {
    kind: 'citizen',
    sessionId: 's',
    partyId: partyId as PartyId,
    actingFor: actingFor as PartyId,
    ground: 'self',
    identityLevel: 'L2',
  };
}

describe('an officer', () => {
  const sees = (role: Role, unit: string, state: DossierState) =>
    officerSees(assignment(role, unit), state, tree);

  it.each([
    ['one-stop-officer', 'dong-sen-centre', true, true],
    ['one-stop-officer', 'ngan-thuong-centre', false, false],
    ['one-stop-officer', 'provincial-centre', false, false],
    ['cashier', 'dong-sen-centre', true, true],
    ['cashier', 'provincial-centre', false, false],
    ['specialist', 'dong-sen', false, true],
    ['specialist', 'ngan-thuong', false, false],
    ['leader', 'dong-sen', false, true],
    ['clerk', 'dong-sen', false, true],
    ['clerk', 'justice', false, false],
    ['inspector', 'province', true, true],
    ['inspector', 'dong-sen', true, true],
    ['inspector', 'justice', false, false],
    ['unit-administrator', 'dong-sen', false, false],
    ['system-administrator', 'province', false, false],
  ] as const)(
    'as %s of %s sees a dossier of Đồng Sen before reception: %s, after it: %s',
    (role, unit, before, after) => {
      expect([sees(role, unit, beforeReception), sees(role, unit, afterReception)]).toEqual([before, after]);
    },
  );

  it('of a division does the work of the agency above it', () => {
    expect(agencyOf(tree, demoUnitId('justice-1'))).toBe(demoUnitId('justice'));
    expect(agencyOf(tree, demoUnitId('dong-sen'))).toBe(demoUnitId('dong-sen'));
  });

  it('is offered only what the role may do and the state allows', () => {
    const offered = (role: Role, unit: string, situation: string) =>
      officerActions(
        officer(role, unit),
        inDongSen(situations[situation]?.().state ?? beforeReception),
        tree,
      );
    expect(offered('one-stop-officer', 'dong-sen-centre', 'submitted')).toEqual([
      'receive',
      'request-supplement',
      'refuse',
    ]);
    expect(offered('one-stop-officer', 'dong-sen-centre', 'request prepared')).toEqual(['send-supplement']);
    expect(offered('one-stop-officer', 'dong-sen-centre', 'request answered')).toEqual([
      'confirm-supplement',
    ]);
    expect(offered('one-stop-officer', 'dong-sen-centre', 'done')).toEqual(['return-result', 'post-result']);
    expect(offered('specialist', 'dong-sen', 'processing')).toEqual(['prepare-supplement', 'complete-task']);
    expect(offered('specialist', 'dong-sen', 'request prepared')).toEqual(['complete-task']);
    expect(offered('leader', 'dong-sen', 'processing')).toEqual(['prepare-supplement']);
    expect(offered('clerk', 'dong-sen', 'processing')).toEqual([]);
    const askable = inDongSen(situations['processing']?.().state ?? beforeReception);
    expect(officerActions(officer('specialist', 'dong-sen'), askable, tree, true)).toEqual([
      'prepare-supplement',
      'complete-task',
      'request-payment',
    ]);
    expect(officerActions(officer('clerk', 'dong-sen'), askable, tree, true)).toEqual([]);
    const waiting = (unit?: UnitId) => asked(askable, unit);
    const takesBack = (unit: string, asker?: string) =>
      officerActions(
        officer('specialist', unit),
        waiting(asker === undefined ? undefined : demoUnitId(asker)),
        tree,
      ).includes('revoke-payment-request');
    expect([takesBack('dong-sen'), takesBack('dong-sen', 'dong-sen')]).toEqual([true, true]);
    expect([takesBack('dong-sen', 'justice'), takesBack('justice-1', 'justice')]).toEqual([false, true]);
    for (const role of roles) {
      for (const over of ['refused', 'returned', 'withdrawn', 'withdrawn with a request answered', 'stopped'])
        expect(offered(role, 'dong-sen', over)).toEqual([]);
    }
    for (const role of ['inspector', 'cashier', 'unit-administrator', 'system-administrator'] as const) {
      for (const situation of Object.keys(situations))
        expect(offered(role, 'province', situation)).toEqual([]);
    }
  });
});

describe('a step that another unit does', () => {
  const atJustice = {
    ...afterReception,
    tasks: afterReception.tasks.map((task) => ({ ...task, unitId: demoUnitId('justice') })),
  };

  it('shows the dossier to that unit, and only that unit completes it', () => {
    const offered = (unit: string) => officerActions(officer('specialist', unit), atJustice, tree);
    expect(officerSees(assignment('specialist', 'justice-1'), atJustice, tree)).toBe(true);
    expect(officerSees(assignment('specialist', 'ngan-thuong'), atJustice, tree)).toBe(false);
    expect([offered('justice-1'), offered('dong-sen')].map((all) => all.includes('complete-task'))).toEqual([
      true,
      false,
    ]);
  });
});

describe('a citizen', () => {
  const { owner } = beforeReception.people;

  it('sees their own dossier and one they filed, and acts only for the owner', () => {
    const filedByOther = {
      ...beforeReception,
      people: { owner, submitter: 'submitter' as PartyId, ground: 'delegate' as const },
    };
    expect([citizenSees(citizen(owner), filedByOther), citizenActs(citizen(owner), filedByOther)]).toEqual([
      true,
      true,
    ]);
    expect([
      citizenSees(citizen('submitter'), filedByOther),
      citizenActs(citizen('submitter'), filedByOther),
    ]).toEqual([true, false]);
    expect([
      citizenSees(citizen('submitter', owner), filedByOther),
      citizenActs(citizen('submitter', owner), filedByOther),
    ]).toEqual([true, true]);
    expect([
      citizenSees(citizen('stranger'), filedByOther),
      citizenActs(citizen('stranger'), filedByOther),
    ]).toEqual([false, false]);
  });

  it('is offered what the law still allows', () => {
    const offered = (situation: string) =>
      citizenActions(citizen(owner), situations[situation]?.().state ?? beforeReception, rules);
    expect(offered('submitted')).toEqual(['edit', 'withdraw']);
    expect(offered('asked before reception')).toEqual(['answer-supplement', 'withdraw']);
    expect(offered('processing')).toEqual(['edit', 'withdraw']);
    expect(offered('request sent')).toEqual(['answer-supplement', 'withdraw']);
    expect(offered('request answered')).toEqual(['withdraw']);
    expect(offered('done')).toEqual(['download-result']);
    expect(offered('withdrawn with a request sent')).toEqual([]);
    expect(offered('stopped')).toEqual([]);
    expect(citizenActions(citizen('stranger'), beforeReception, rules)).toEqual([]);
  });
});

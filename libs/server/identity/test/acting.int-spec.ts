import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssignmentId } from '@mocua/contract';
import { newId } from '@mocua/server/kernel';
import { ActingAssignments } from '../src/application/acting-assignments';
import { GiveAssignment } from '../src/application/give-assignment';
import { GrantRepresentation } from '../src/application/grant-representation';
import { PartyDirectory } from '../src/application/party-directory';
import { SessionAuthenticator } from '../src/application/session-authenticator';
import { demoAssignmentId, demoPartyId, demoRepresentationId, demoUnitId } from '../src/demo/demo-ids';
import type { Assignment } from '../src/domain/assignment';
import { IdentityHarness, testStart } from './identity-harness';

let harness: IdentityHarness;
beforeAll(async () => {
  harness = await IdentityHarness.start();
  await harness.seed();
}, 120_000);
afterAll(() => harness.close());
beforeEach(() => harness.clock.set(testStart));

async function actAs(
  audience: 'citizen' | 'officer',
  key: string,
  wish: { assignment?: string; actingFor?: string },
) {
  const token = await harness.signIn(key, audience);
  if (token === null) throw new Error('refused');
  const authenticated = await harness.get(SessionAuthenticator).authenticate(audience, {
    cookies: { [`mocua_${audience}`]: token },
    assignment: wish.assignment,
    actingFor: wish.actingFor,
  });
  return authenticated?.actor;
}

function assignmentOf(overrides: Partial<Assignment> = {}): Assignment {
  return {
    assignmentId: newId<AssignmentId>(),
    partyId: demoPartyId('kien'),
    unitId: demoUnitId('pu-linh'),
    role: 'specialist',
    signingCapacity: null,
    title: 'Chuyên viên',
    delegatedFrom: null,
    ground: 'Quyết định thử nghiệm',
    validFrom: '2026-11-24',
    validTo: '2026-11-30',
    ...overrides,
  };
}

describe('an officer', () => {
  it('acts under an assignment of their own, with its unit, role and permissions', async () => {
    const actor = await actAs('officer', 'hanh', { assignment: demoAssignmentId('dong-sen-one-stop') });
    expect(actor).toMatchObject({
      kind: 'officer',
      partyId: demoPartyId('hanh'),
      assignment: { unitId: demoUnitId('dong-sen-centre'), role: 'one-stop-officer', signingCapacity: null },
    });
  });

  it('signs on behalf of the head with the capacity of the assignment', async () => {
    const actor = await actAs('officer', 'phuc', { assignment: demoAssignmentId('dong-sen-leader') });
    expect(actor).toMatchObject({ assignment: { role: 'leader', signingCapacity: 'KT.' } });
  });

  it('has no role until one is chosen', async () => {
    expect(await actAs('officer', 'hanh', {})).toMatchObject({ assignment: null });
  });

  it.each([
    ['of somebody else', demoAssignmentId('dong-sen-leader')],
    ['that does not exist', newId<string>()],
    ['that is not even an id', "x' OR true --"],
  ])('is refused an assignment %s', async (_case, assignment) => {
    await expect(actAs('officer', 'hanh', { assignment })).rejects.toMatchObject({
      code: 'session.forbidden',
    });
  });

  it('holds an assignment from its first to its last day in Vietnam', async () => {
    const given = assignmentOf();
    await harness.get(GiveAssignment).execute(given);
    const wish = { assignment: given.assignmentId };
    harness.clock.set('2026-11-23T16:59:00Z');
    await expect(actAs('officer', 'kien', wish)).rejects.toMatchObject({ code: 'session.forbidden' });
    harness.clock.set('2026-11-23T17:00:00Z');
    expect(await actAs('officer', 'kien', wish)).toMatchObject({ assignment: { role: 'specialist' } });
    harness.clock.set('2026-11-30T16:59:00Z');
    expect(await actAs('officer', 'kien', wish)).toMatchObject({ assignment: { role: 'specialist' } });
    harness.clock.set('2026-11-30T17:00:00Z');
    await expect(actAs('officer', 'kien', wish)).rejects.toMatchObject({ code: 'session.forbidden' });
  });

  it('loses a revoked assignment at the next request, without a new log-in', async () => {
    const given = assignmentOf({ validTo: null });
    await harness.get(GiveAssignment).execute(given);
    const token = (await harness.signIn('kien', 'officer')) ?? '';
    const use = () =>
      harness.get(SessionAuthenticator).authenticate('officer', {
        cookies: { mocua_officer: token },
        assignment: given.assignmentId,
        actingFor: undefined,
      });
    expect(await use()).not.toBeNull();
    await harness.get(GiveAssignment).revoke(given.assignmentId);
    await expect(use()).rejects.toMatchObject({ code: 'session.forbidden' });
  });
});

describe('standing in', () => {
  it('shows whom the officer stands in for', async () => {
    const held = await harness.get(ActingAssignments).of(demoPartyId('hanh'));
    expect(held.map(({ role, delegatedFrom }) => [role, delegatedFrom?.partyId ?? null])).toEqual([
      ['one-stop-officer', null],
      ['clerk', demoPartyId('bao')],
    ]);
  });

  it('ends with the assignment it comes from', async () => {
    const source = assignmentOf({ partyId: demoPartyId('viet'), role: 'clerk', validTo: null });
    const standIn = assignmentOf({
      partyId: demoPartyId('tam'),
      role: 'clerk',
      delegatedFrom: { assignmentId: source.assignmentId, partyId: source.partyId },
    });
    await harness.get(GiveAssignment).execute(source);
    await harness.get(GiveAssignment).execute(standIn);
    expect(await actAs('officer', 'tam', { assignment: standIn.assignmentId })).toMatchObject({
      assignment: { role: 'clerk' },
    });
    await harness.get(GiveAssignment).revoke(source.assignmentId);
    await expect(actAs('officer', 'tam', { assignment: standIn.assignmentId })).rejects.toMatchObject({
      code: 'session.forbidden',
    });
  });

  it.each([
    ['another role', { role: 'leader' as const }],
    ['another unit', { unitId: demoUnitId('hon-vong') }],
    ['no end', { validTo: null }],
    ['no ground', { ground: ' ' }],
    ['the absent person themselves', { partyId: demoPartyId('bao') }],
  ])('is refused with %s', async (_case, change) => {
    const wish = assignmentOf({
      unitId: demoUnitId('dong-sen'),
      role: 'clerk',
      delegatedFrom: { assignmentId: demoAssignmentId('dong-sen-clerk'), partyId: demoPartyId('bao') },
      ...change,
    });
    await expect(harness.get(GiveAssignment).execute(wish)).rejects.toMatchObject({
      code: 'session.forbidden',
    });
  });

  it('cannot be passed on', async () => {
    const wish = assignmentOf({
      unitId: demoUnitId('dong-sen'),
      role: 'clerk',
      delegatedFrom: {
        assignmentId: demoAssignmentId('dong-sen-clerk-stand-in'),
        partyId: demoPartyId('hanh'),
      },
    });
    await expect(harness.get(GiveAssignment).execute(wish)).rejects.toMatchObject({
      code: 'session.forbidden',
    });
  });
});

describe('a citizen', () => {
  it('acts for themselves unless they say otherwise', async () => {
    expect(await actAs('citizen', 'khoa', {})).toMatchObject({
      actingFor: demoPartyId('khoa'),
      ground: 'self',
    });
    expect(await actAs('citizen', 'khoa', { actingFor: demoPartyId('khoa') })).toMatchObject({
      ground: 'self',
    });
  });

  it.each([
    ['guardian', 'khoa', 'lanh'],
    ['delegate', 'thuy', 'sen'],
    ['organisation', 'quan', 'quan-phat-company'],
  ])('acts as %s for somebody they represent', async (ground, key, represented) => {
    expect(await actAs('citizen', key, { actingFor: demoPartyId(represented) })).toMatchObject({
      partyId: demoPartyId(key),
      actingFor: demoPartyId(represented),
      ground,
    });
  });

  it.each([
    ['a stranger', demoPartyId('sen')],
    ['nobody', newId<string>()],
    ['no id at all', 'undefined'],
  ])('is refused to act for %s', async (_case, actingFor) => {
    await expect(actAs('citizen', 'khoa', { actingFor })).rejects.toMatchObject({
      code: 'party.not-represented',
    });
  });

  it('may not act the other way round', async () => {
    await expect(actAs('citizen', 'lanh', { actingFor: demoPartyId('khoa') })).rejects.toMatchObject({
      code: 'party.not-represented',
    });
  });

  it('loses the right when it is revoked and when it has run out', async () => {
    const directory = harness.get(PartyDirectory);
    const grant = harness.get(GrantRepresentation);
    await grant.execute({
      representationId: newId(),
      representedId: demoPartyId('ha'),
      representativeId: demoPartyId('lam'),
      kind: 'delegate',
      ground: 'Giấy ủy quyền',
      validFrom: '2026-11-01',
      validTo: '2026-11-24',
    });
    const whom = async () =>
      (await directory.actingForOptions(demoPartyId('lam'))).map((option) => option.partyId);
    expect(await whom()).toEqual([demoPartyId('lam'), demoPartyId('ha')]);
    harness.clock.advance({ days: 1 });
    expect(await whom()).toEqual([demoPartyId('lam')]);
    await grant.revoke(demoRepresentationId('song-ngan-bank', 'van'));
    await expect(actAs('citizen', 'van', { actingFor: demoPartyId('song-ngan-bank') })).rejects.toMatchObject(
      { code: 'party.not-represented' },
    );
  });
});

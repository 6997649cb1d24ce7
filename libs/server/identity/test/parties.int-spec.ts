import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PartyDirectory } from '../src/application/party-directory';
import { RecordClaims } from '../src/application/record-claims';
import { RegisterParty } from '../src/application/register-party';
import { IdentityHarness } from './identity-harness';

let harness: IdentityHarness;
beforeAll(async () => {
  harness = await IdentityHarness.start();
}, 120_000);
afterAll(() => harness.close());

const person = (personalId: string, displayName = 'Nông Văn Thử') => ({
  kind: 'person' as const,
  displayName,
  identifiers: [{ kind: 'personal-id' as const, value: personalId }],
});

describe('registering a party', () => {
  it('makes one party of fifty first log-ins at the same time', async () => {
    const register = harness.get(RegisterParty);
    const ids = await Promise.all(Array.from({ length: 50 }, () => register.execute(person('099090000901'))));
    expect(new Set(ids).size).toBe(1);
  });

  it('recognises an organisation by either of its codes', async () => {
    const register = harness.get(RegisterParty);
    const company = { kind: 'organisation' as const, displayName: 'Công ty Thử' };
    const first = await register.execute({
      ...company,
      identifiers: [{ kind: 'tax-code', value: '0990000901' }],
    });
    const second = await register.execute({
      ...company,
      identifiers: [
        { kind: 'enterprise-code', value: '0990000901' },
        { kind: 'tax-code', value: '0990000901' },
      ],
    });
    expect(second).toBe(first);
  });

  it('keeps equal digits of different kinds apart', async () => {
    const register = harness.get(RegisterParty);
    const one = await register.execute({
      kind: 'foreigner',
      displayName: 'A',
      identifiers: [{ kind: 'passport', value: '099090000902' }],
    });
    expect(await register.execute(person('099090000902'))).not.toBe(one);
  });

  it('takes somebody without any paper', async () => {
    const partyId = await harness
      .get(RegisterParty)
      .execute({ kind: 'person', displayName: 'Người không giấy tờ', identifiers: [] });
    expect(await harness.get(PartyDirectory).displayName(partyId)).toBe('Người không giấy tờ');
  });
});

describe('claims', () => {
  const account = { provider: 'vneid', subject: 's', type: '1', assurance: '2' };

  it('carry the time of the last log-in and are sealed anew only when they change', async () => {
    const partyId = await harness.get(RegisterParty).execute(person('099090000903'));
    const record = harness.get(RecordClaims);
    expect(await harness.get(PartyDirectory).claims(partyId)).toBeNull();
    await record.execute(partyId, 'L2', {
      values: { fullName: 'Nông Văn Thử', phone: '0900000901' },
      account,
    });
    const sealed = harness.vault.size;
    harness.clock.advance({ days: 1 });
    await record.execute(partyId, 'L2', {
      values: { fullName: 'Nông Văn Thử', phone: '0900000901' },
      account,
    });
    expect(harness.vault.size).toBe(sealed);
    expect(await harness.get(PartyDirectory).claims(partyId)).toEqual({
      values: { fullName: 'Nông Văn Thử', phone: '0900000901' },
      obtainedAt: harness.clock.iso(),
      level: 'L2',
      provider: 'vneid',
    });
  });

  it('bring a new name with them, and go when the person is erased', async () => {
    const partyId = await harness.get(RegisterParty).execute(person('099090000904', 'Tên Cũ'));
    await harness.get(RecordClaims).execute(partyId, 'L1', { values: { fullName: 'Tên Mới' }, account });
    expect(await harness.get(PartyDirectory).displayName(partyId)).toBe('Tên Mới');
    harness.vault.erase(partyId);
    expect(await harness.get(PartyDirectory).claims(partyId)).toBeNull();
  });
});

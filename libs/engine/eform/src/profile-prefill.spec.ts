import { describe, expect, it } from '@jest/globals';
import { compiled, onePage } from '../test/form-builder';
import { prefill } from './prefill';
import { fillFromProfile, type ProfileAnswer } from './profile-prefill';

const at = '2026-11-23T01:00:00Z';
const from = (claim: string, editable = true): object => ({ source: 'identity', claim, editable });
const form = compiled(
  onePage(
    { id: 'name', type: 'text', prefill: from('fullName', false) },
    { id: 'phone', type: 'phone', prefill: from('phone') },
    { id: 'email', type: 'text', prefill: from('email') },
    { id: 'note', type: 'text' },
  ),
);
const fact = (value: string, verified = false): ProfileAnswer => ({
  ...{
    value,
    verified,
    obtainedAt: at,
    basis: 'Bạn tự khai',
    source: { vi: 'Hồ sơ của bạn', en: 'Your profile' },
  },
});
const known = prefill(form, { fullName: 'Lò Thị Mây', phone: '0900000123' }, at);

describe('filling a form from the profile of a person', () => {
  it('takes what they chose to keep before what they declared elsewhere, and says so', () => {
    const { answers, provenance } = fillFromProfile(form, known, { phone: fact('0900000777') });
    expect(answers).toEqual({ name: 'Lò Thị Mây', phone: '0900000777' });
    expect(provenance['phone']).toMatchObject({ state: 'declared', source: { vi: 'Hồ sơ của bạn' } });
    expect(provenance['name']?.state).toBe('verified');
  });

  it('leaves alone what somebody vouches for, and what has the wrong form', () => {
    const vouched = {
      ...known,
      provenance: { ...known.provenance, phone: { ...known.provenance['name'], state: 'verified' } },
    } as typeof known;
    expect(fillFromProfile(form, vouched, { phone: fact('0900000777') })).toEqual(vouched);
    expect(fillFromProfile(form, known, { phone: fact('không có') }).answers).toEqual(known.answers);
  });

  it('fills an address that no identity gave, and what only a profile knows', () => {
    const own = (claim: string): object => ({ source: 'profile', claim, editable: true });
    const asks = compiled(
      onePage(
        { id: 'home', type: 'address', prefill: from('address') },
        { id: 'account', type: 'text', prefill: own('accountNumber') },
        { id: 'bank', type: 'text', prefill: own('bankName') },
      ),
    );
    const nothing = prefill(asks, { fullName: 'Lò Thị Mây' }, at);
    expect(nothing.answers).toEqual({});
    const said = { address: fact('Bản Chiềng, xã Pù Lĩnh', true), accountNumber: fact('0990001234') };
    const { answers, provenance } = fillFromProfile(asks, nothing, said);
    expect(answers).toEqual({ home: { text: 'Bản Chiềng, xã Pù Lĩnh' }, account: '0990001234' });
    expect(provenance['home']).toMatchObject({ state: 'verified', obtainedAt: at });
    const fromIdentity = prefill(asks, { address: 'Thôn Đông, xã Đồng Sen' }, at);
    expect(fillFromProfile(asks, fromIdentity, said).answers['home']).toEqual({
      text: 'Thôn Đông, xã Đồng Sen',
    });
  });

  it('changes nothing when nothing was allowed', () => {
    expect(fillFromProfile(form, known, {})).toEqual(known);
  });
});

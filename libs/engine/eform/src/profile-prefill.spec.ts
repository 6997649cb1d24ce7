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

  it('changes nothing when nothing was allowed', () => {
    expect(fillFromProfile(form, known, {})).toEqual(known);
  });
});

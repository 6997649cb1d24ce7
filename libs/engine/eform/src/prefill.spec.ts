import { describe, expect, it } from '@jest/globals';
import { compiled, onePage } from '../test/form-builder';
import { markEdited, prefill } from './prefill';

const at = '2026-11-23T01:00:00Z';
const from = (claim: string, editable = true): object => ({ source: 'identity', claim, editable });
const form = compiled(
  onePage(
    { id: 'name', type: 'text', prefill: from('fullName', false) },
    { id: 'born', type: 'date', prefill: from('birthDate') },
    { id: 'home', type: 'address', prefill: from('address') },
    { id: 'phone', type: 'phone', prefill: from('phone') },
    { id: 'gender', type: 'choice', prefill: from('gender') },
    { id: 'note', type: 'text' },
  ),
);
const claims = {
  fullName: 'Lò Thị Mây',
  birthDate: '1955-04-02',
  address: 'Bản Nà Mây',
  phone: '+84 900 000 123',
  gender: 'other',
};

describe('prefilling from the identity', () => {
  it('fills what fits and leaves out what does not', () => {
    expect(prefill(form, claims, at).answers).toEqual({
      name: 'Lò Thị Mây',
      born: '1955-04-02',
      home: { text: 'Bản Nà Mây' },
      phone: '0900000123',
    });
  });

  it('says where each value comes from, when, and whether it was verified', () => {
    const { provenance } = prefill(form, claims, at);
    expect(provenance['born']).toMatchObject({ obtainedAt: at, state: 'verified', source: { vi: 'VNeID' } });
    expect(provenance['phone']?.state).toBe('declared');
    expect(Object.keys(provenance)).toEqual(['name', 'born', 'home', 'phone']);
  });

  it('marks a changed value as edited and forgets an emptied one', () => {
    const { answers, provenance } = prefill(form, claims, at);
    const marked = markEdited(provenance, answers, { ...answers, home: { text: 'Bản Khác' }, phone: null });
    expect(marked['home']?.state).toBe('edited');
    expect(marked['born']?.state).toBe('verified');
    expect(marked['phone']).toBeUndefined();
  });

  it('takes an equal address for unchanged', () => {
    const { answers, provenance } = prefill(form, claims, at);
    expect(markEdited(provenance, answers, JSON.parse(JSON.stringify(answers)) as typeof answers)).toEqual(
      provenance,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FormDefinition } from '@mocua/contract';
import { compiled, onePage } from '../test/form-builder';
import { checkShape } from './check-shape';
import { markEdited, prefill } from './prefill';
import { fillFromRegister, type RegisterAnswer, registersOf } from './register-prefill';

const registers = {
  enterprise: { whenDown: 'manual' },
  population: { whenDown: 'documents', components: ['giay-cu-tru'], validDays: 30 },
} as const;
const from = (source: string, claim: string, more: object = {}): object => ({
  source,
  claim,
  editable: true,
  ...more,
});
const definition = {
  ...onePage(
    { id: 'trader', type: 'text', prefill: from('enterprise', 'enterpriseName', { editable: false }) },
    { id: 'office', type: 'address', prefill: from('enterprise', 'headOffice') },
    { id: 'home', type: 'address', prefill: from('population', 'currentAddress', { meanwhile: 'address' }) },
    { id: 'gender', type: 'choice', prefill: from('population', 'gender') },
    { id: 'note', type: 'text' },
  ),
  registers,
} as FormDefinition;
const form = compiled(definition);
const at = '2026-11-23T01:00:00Z';
const fromIdentity = prefill(form, { address: 'Bản Nà Mây' }, at);
const begun = {
  answers: fromIdentity.answers,
  prefilled: fromIdentity.answers,
  provenance: fromIdentity.provenance,
};
const answer: RegisterAnswer = {
  register: 'population',
  facts: { currentAddress: 'Thôn Trung, xã Đồng Sen', gender: 'other', fatherName: 'Nguyễn Văn Cha' },
  source: { vi: 'Cơ sở dữ liệu dân cư', en: 'the population register' },
  legalBasis: 'NĐ 118/2025 Điều 4(2a)',
  lookupId: '01990000-0000-7000-8000-000000000001',
  at,
  validUntil: '2026-12-23T01:00:00Z',
};

describe('the registers of a form', () => {
  it('are those that it declares, each with the facts that fields take and no others', () => {
    expect(registersOf(form)).toEqual([
      {
        register: 'population',
        whenDown: 'documents',
        components: ['giay-cu-tru'],
        validDays: 30,
        claims: ['currentAddress', 'gender'],
      },
      {
        register: 'enterprise',
        whenDown: 'manual',
        components: [],
        validDays: null,
        claims: ['enterpriseName', 'headOffice'],
      },
    ]);
  });

  it('are none when nothing is declared: without a declared mode nothing is asked', () => {
    const undeclared = { ...definition };
    delete (undeclared as { registers?: unknown }).registers;
    expect(registersOf(compiled(undeclared))).toEqual([]);
  });

  it.each([
    ['an unknown register', { land: { whenDown: 'manual' } }],
    ['an unknown mode', { population: { whenDown: 'guess' } }],
    ['papers without a component', { population: { whenDown: 'documents' } }],
    ['components without papers', { population: { whenDown: 'wait', components: ['x'] } }],
    ['no days', { population: { whenDown: 'wait', validDays: 0 } }],
  ])('are refused with %s', (_case, wrong) => {
    expect(checkShape({ ...definition, registers: wrong }).map((problem) => problem.at)).toHaveLength(1);
  });

  it.each([
    ['a fact of another register', from('enterprise', 'homeTown')],
    ['an unknown source', from('tax', 'taxCode')],
    ['an unknown claim meanwhile', from('population', 'address', { meanwhile: 'taxCode' })],
  ])('do not fill a field from %s', (_case, prefilled) => {
    const wrong = onePage({ id: 'a', type: 'text', prefill: prefilled });
    expect(checkShape(wrong)).toHaveLength(1);
  });
});

describe('filling from a register', () => {
  it('takes the place of what the identity put there, with where, when, under which number and how long', () => {
    const filled = fillFromRegister(form, answer, begun);
    expect(begun.answers['home']).toEqual({ text: 'Bản Nà Mây' });
    expect(filled.answers['home']).toEqual({ text: 'Thôn Trung, xã Đồng Sen' });
    expect(filled.prefilled['home']).toEqual(filled.answers['home']);
    expect(filled.provenance['home']).toEqual({
      source: answer.source,
      obtainedAt: at,
      state: 'verified',
      legalBasis: answer.legalBasis,
      lookupId: answer.lookupId,
      validUntil: answer.validUntil,
    });
  });

  it('leaves alone what the person has typed, what does not fit, and what no field asks for', () => {
    const typed = { ...begun, answers: { ...begun.answers, home: { text: 'Nhà tôi' } } };
    const filled = fillFromRegister(form, answer, typed);
    expect(filled.answers).toEqual(typed.answers);
    expect(filled.provenance['home']).toEqual(begun.provenance['home']);
    expect(Object.keys(filled.answers)).toEqual(['home']);
  });

  it('says that a value was edited afterwards', () => {
    const filled = fillFromRegister(form, answer, begun);
    const marked = markEdited(filled.provenance, filled.prefilled, {
      ...filled.answers,
      home: { text: 'Khác' },
    });
    expect(marked['home']).toMatchObject({ state: 'edited', lookupId: answer.lookupId });
  });
});

import { describe, expect, it } from '@jest/globals';
import { type CardData, readCardIdentity } from './card-identity';

const card: CardData = {
  idCode: '099055000101',
  personName: 'Trần Văn Lâm',
  dateOfBirth: '08/03/1955',
  gender: 'Nam',
  residencePlace: 'Thôn Đông, xã Đồng Sen',
  expiryDate: '08/03/2030',
};
const today = '2026-11-16';

describe('the identity on a chip card', () => {
  it('is read into the claims forms use, and into nothing else', () => {
    const identity = readCardIdentity({ ...card, religion: 'Không' } as CardData, today);
    expect(identity?.values).toEqual({
      fullName: 'Trần Văn Lâm',
      personalId: '099055000101',
      birthDate: '1955-03-08',
      gender: 'male',
      address: 'Thôn Đông, xã Đồng Sen',
    });
    expect(identity?.level).toBe('L2');
  });

  it('counts on the last day of the card and not after it', () => {
    expect(readCardIdentity({ ...card, expiryDate: '16/11/2026' }, today)).not.toBeNull();
    expect(readCardIdentity({ ...card, expiryDate: '15/11/2026' }, today)).toBeNull();
    expect(readCardIdentity({ ...card, expiryDate: '' }, today)).not.toBeNull();
  });

  it.each([
    ['a number that is no personal id', { idCode: '09905500010' }],
    ['letters in the number', { idCode: '09905500010A' }],
    ['no name', { personName: '  ' }],
  ])('names nobody with %s', (_, change) => {
    expect(readCardIdentity({ ...card, ...change }, today)).toBeNull();
  });

  it('is in NFC, however the chip spells it', () => {
    expect(
      readCardIdentity({ ...card, personName: card.personName.normalize('NFD') }, today)?.displayName,
    ).toBe(card.personName);
  });
});

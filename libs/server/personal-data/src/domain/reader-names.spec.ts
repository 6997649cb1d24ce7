import { describe, expect, it } from '@jest/globals';
import { roleNames } from '@mocua/contract';
import { officerLabel, readerNames, readerText } from './reader-names';

describe('the name of a reader', () => {
  it.each(Object.values(readerNames))('is read in both languages: $vi', (name) => {
    expect(readerText(name.vi)).toEqual(name);
  });

  it.each(Object.keys(roleNames) as (keyof typeof roleNames)[])(
    'keeps the unit of a %s and translates the role',
    (role) => {
      expect(readerText(officerLabel('Sở Tư pháp', role))).toEqual({
        vi: `Sở Tư pháp, ${roleNames[role].vi}`,
        en: `Sở Tư pháp, ${roleNames[role].en}`,
      });
    },
  );

  it('of an agency stays as the agency calls itself', () => {
    expect(readerText('Ngân hàng Mẫu')).toEqual({ vi: 'Ngân hàng Mẫu', en: 'Ngân hàng Mẫu' });
  });
});

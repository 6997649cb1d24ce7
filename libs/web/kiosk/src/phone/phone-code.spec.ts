import { describe, expect, it } from '@jest/globals';
import { readPhoneCode } from './phone-code';

const code = 'a'.repeat(43);

describe('the code behind the hash', () => {
  it('says what it is for', () => {
    expect(readPhoneCode(`#d=${code}`)).toEqual({ kind: 'sign-in', code });
    expect(readPhoneCode(`#t=${code}`)).toEqual({ kind: 'draft', code });
  });

  it.each([
    '',
    '#',
    '#d=',
    '#x=' + code,
    `#d=${code}/../..`,
    `#d=${code}&t=${code}`,
    '#d=javascript:alert(1)',
  ])('is none in %j', (hash) => {
    expect(readPhoneCode(hash)).toBeNull();
  });
});

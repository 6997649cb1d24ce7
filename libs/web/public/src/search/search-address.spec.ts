import { describe, expect, it } from '@jest/globals';
import { searchAddress } from './search-address';

describe('the address of a search', () => {
  it.each([
    ['', {}, '/tim-kiem'],
    ['khai sinh', {}, '/tim-kiem?q=khai+sinh'],
    ['', { 'su-kien': 'having-a-child' }, '/tim-kiem?su-kien=having-a-child'],
    ['a&b=c#d', {}, '/tim-kiem?q=a%26b%3Dc%23d'],
  ] as const)('with “%s” and %j', (words, filters, address) => {
    expect(searchAddress(words, filters)).toBe(address);
  });

  it('is written the same way whatever the order of the filters is, so that it is kept once', () => {
    const one = searchAddress('x', { 'su-kien': 'moving', 'linh-vuc': 'land' });
    const other = searchAddress('x', { 'linh-vuc': 'land', 'su-kien': 'moving' });
    expect(one).toBe(other);
  });
});

import { describe, expect, it } from '@jest/globals';
import { unreadableTexts } from './unreadable-texts';

describe('texts that no database keeps', () => {
  it.each([
    ['plain words, marks and emoji', { a: 'Giấy tờ', b: ['😀', '\u202e', '\u0301'], c: 1, d: null }, []],
    ['a NUL', { a: { b: ['x', 'a\u0000b'] } }, ['a/b/1']],
    ['half an emoji', { a: '😀'.slice(0, 1), b: '😀'.slice(1) }, ['a', 'b']],
    ['such a key', { a: { ['\ud800']: 1 }, b: 'x' }, ['a']],
    ['such a text alone', '\u0000', ['']],
  ])('are found where they lie: %s', (_what, value, paths) => {
    expect(unreadableTexts(value)).toEqual(paths);
  });
});

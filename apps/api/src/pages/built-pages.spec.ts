import { describe, expect, it } from '@jest/globals';
import { pathMatcher } from './built-pages';
import { changedDisplay, localPath } from './page-frame';

describe('the paths of the application', () => {
  const isAppPath = pathMatcher(['ho-so', 'ho-so/:dossierId', 'ban-nhap/:draftId/**', 'dang-nhap/xong']);

  it.each(['/ho-so', '/ho-so/', '/ho-so/1', '/ban-nhap/1', '/ban-nhap/1/giay-to', '/dang-nhap/xong'])(
    '%s is one',
    (path) => expect(isAppPath(path)).toBe(true),
  );

  it.each(['/', '/ho-so/1/2', '/ho-soo', '/ban-nhap', '/dang-nhap', '/x/ho-so'])('%s is none', (path) =>
    expect(isAppPath(path)).toBe(false),
  );
});

describe('a path to lead back to', () => {
  it.each([
    ['/tra-cuu', '/tra-cuu'],
    ['/tim-kiem?q=a%20b', '/tim-kiem?q=a%20b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a b', '/'],
    [undefined, '/'],
  ])('%s leads to %s', (sent, path) => expect(localPath(sent)).toBe(path));
});

describe('a change of display', () => {
  it('changes what is known and leaves the rest', () => {
    const display = { language: 'vi', text: 'large', contrast: 'normal' } as const;
    const form = new Map([
      ['lang', 'en'],
      ['size', 'gigantic'],
      ['contrast', 'high'],
    ]);
    expect(changedDisplay(display, form)).toEqual({ language: 'en', text: 'large', contrast: 'high' });
  });
});

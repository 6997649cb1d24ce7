import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeReturnTo } from './return-to';

describe('the way back after signing in', () => {
  it.each(['/', '/ho-so', '/thu-tuc/2.000908?buoc=2#giay-to', '/can-bo/ho-so/1'])('keeps %s', (path) => {
    expect(safeReturnTo(path, '/x')).toBe(path);
  });

  it.each([
    undefined,
    '',
    'ho-so',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    '/a\\b',
    '/..//evil.example',
    '/.//evil.example',
    '/api/v1/session',
    '/api',
    '/ho-so/../api/v1',
    `/${'a'.repeat(300)}`,
    '/ho so',
    '/hồ-sơ',
  ])('falls back for %s', (path) => {
    expect(safeReturnTo(path, '/x')).toBe('/x');
  });

  it('never leaves the site, whatever is asked for', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      'evil.example',
      'http:',
      '\t',
      '\n',
      'a',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (pieces) => {
        const target = safeReturnTo(pieces.join(''), '/x');
        expect(new URL(target, 'https://portal.example').origin).toBe('https://portal.example');
      }),
      { seed: 20250701, numRuns: 2000 },
    );
  });
});

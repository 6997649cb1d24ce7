import { describe, expect, it } from '@jest/globals';
import { displayChoiceOf, displayCookie, displayCookieValue, textSizes } from './display-choice';

describe('the cookie of the display', () => {
  it('is plain text that a server and a page read alike', () => {
    expect(displayCookieValue({ text: 'large', contrast: 'high', language: 'en' })).toBe(
      'size=125&contrast=high&lang=en',
    );
  });

  it.each(textSizes)('comes back as it went, with text of size %s', (text) => {
    const choice = { text, contrast: 'high', language: 'en' } as const;
    const header = `mocua_citizen=abc; ${displayCookie(choice).split(';')[0] ?? ''}; other=1`;
    expect(displayCookie(choice)).toContain('SameSite=Lax');
    expect(displayChoiceOf(header)).toEqual(choice);
  });

  it('is nothing where no choice was made, also beside a cookie with a longer name', () => {
    expect(displayChoiceOf('')).toBeNull();
    expect(displayChoiceOf(null)).toBeNull();
    expect(displayChoiceOf('not_mocua_display=size=200')).toBeNull();
  });

  it.each(['', 'size=9000&contrast=%00&lang=<script>', 'size=abc', '&&&==', '%E0%A4%A'])(
    'falls back to the default where it says %j',
    (value) => {
      expect(displayChoiceOf(`mocua_display=${value}`)).toEqual({
        text: 'normal',
        contrast: 'normal',
        language: 'vi',
      });
    },
  );
});

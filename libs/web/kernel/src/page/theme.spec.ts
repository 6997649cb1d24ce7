import { describe, expect, it } from '@jest/globals';
import { acceptableTheme, contrastRatio } from './theme';

describe('the theme of a province', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrastRatio('#123456', '#123456')).toBe(1);
  });

  it('is taken where people can read it', () => {
    expect(acceptableTheme({ 'mc-brand': '#7a1f1f' })).toEqual({ 'mc-brand': '#7a1f1f' });
  });

  it('loses colours that are too pale, tokens it may not touch, and anything that is no colour', () => {
    const theme = { 'mc-brand': '#ffd24d', 'mc-text': '#000000', 'mc-link': 'red; } body { display: none' };
    expect(acceptableTheme(theme)).toEqual({});
  });
});

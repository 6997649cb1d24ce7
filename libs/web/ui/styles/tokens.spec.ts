import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** WCAG 2 contrast, written here again so that the check does not lean on the code that applies themes. */
function contrastRatio(one: string, other: string): number {
  const luminance = (colour: string): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const share = Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
      return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Tokens = ReadonlyMap<string, string>;

function tokensOf(css: string, selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--mc-([\w-]+):\s*(#[0-9a-f]{6});/gu)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

const css = readFileSync(join(process.cwd(), 'libs/web/ui/styles/tokens.css'), 'utf8');
const normal = tokensOf(css, ':root');
const high = new Map([...normal, ...tokensOf(css, ":root[data-contrast='high']")]);

/** Every text colour with every ground it stands on somewhere in the style sheets. */
const grounds = ['ground', 'ground-soft', 'ground-sunken'];
const textPairs: readonly (readonly [text: string, ground: string])[] = [
  ...grounds.flatMap((ground) =>
    ['text', 'muted', 'link', 'link-hover'].map((text) => [text, ground] as const),
  ),
  ...['brand-soft', 'good-soft', 'warn-soft', 'bad-soft'].flatMap((ground) =>
    ['text', 'muted', 'link', 'bad'].map((text) => [text, ground] as const),
  ),
  ['brand', 'ground'],
  ['brand', 'brand-soft'],
  ['brand-strong', 'brand-soft'],
  ['bad', 'ground'],
  ['bad', 'ground-soft'],
  ['good', 'ground'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-brand', 'bad'],
  ['on-brand', 'bad-strong'],
  ['on-brand', 'good'],
  ['focus-ring', 'focus'],
  ['text', 'accent'],
];
/** Edges of controls and the focus ring: WCAG 1.4.11 asks for 3:1. */
const edgePairs: readonly (readonly [edge: string, ground: string])[] = [
  ['control-line', 'ground'],
  ['control-line', 'ground-soft'],
  ['focus-ring', 'ground'],
  ['accent', 'brand'],
];

describe.each([
  ['normal', normal, 4.5],
  ['high', high, 7],
] as const)('the colours in %s contrast', (_name, tokens, least) => {
  const ratio = (one: string, other: string): number =>
    contrastRatio(tokens.get(one) ?? '#777777', tokens.get(other) ?? '#777777');

  it.each(textPairs)(`let %s be read on %s`, (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(least);
  });

  it.each(edgePairs)('let the edge %s be seen on %s', (edge, ground) => {
    expect(ratio(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the token file', () => {
  it('is read as written', () => {
    expect(normal.get('brand')).toBe('#0e4a6b');
    expect(high.get('text')).toBe('#000000');
  });
});

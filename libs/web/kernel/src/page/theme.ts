const hexColour = /^#[0-9a-f]{6}$/iu;

/** Colours of a theme and the colour each must be readable on, at 4.5:1. */
const pairs: Readonly<Record<string, string>> = {
  'mc-brand': '#ffffff',
  'mc-brand-strong': '#ffffff',
  'mc-link': '#ffffff',
};
const minimum = 4.5;

/** Relative luminance of `#rrggbb` by WCAG 2. */
function luminance(colour: string): number {
  const channel = (offset: number): number => {
    const share = Number.parseInt(colour.slice(offset, offset + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The part of a province's theme that people can read; anything else keeps the default token. */
export function acceptableTheme(theme: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(theme).filter(([name, value]) => {
      const ground = pairs[name];
      return ground !== undefined && hexColour.test(value) && contrastRatio(value, ground) >= minimum;
    }),
  );
}

/** Names of the sizes of text, as `data-text` on the root element has them. */
export const textSizes = ['normal', 'large', 'larger', 'largest', 'double'] as const;
export type TextSize = (typeof textSizes)[number];
export type Contrast = 'normal' | 'high';

/** How a person wants pages to look. */
export interface DisplayChoice {
  readonly text: TextSize;
  readonly contrast: Contrast;
  readonly language: 'vi' | 'en';
}

/** Per cent of the ordinary size. */
export const percentOf = { normal: 100, large: 125, larger: 150, largest: 175, double: 200 } as const;

export const displayCookieName = 'mocua_display';
const keptForSeconds = 365 * 24 * 60 * 60;

/** The value of the cookie, for example `size=125&contrast=high&lang=en`. */
export function displayCookieValue(choice: DisplayChoice): string {
  return `size=${String(percentOf[choice.text])}&contrast=${choice.contrast}&lang=${choice.language}`;
}

/** The whole cookie for `document.cookie` or `Set-Cookie`: readable by the page, sent when a link leads here. */
export function displayCookie(choice: DisplayChoice): string {
  return `${displayCookieName}=${displayCookieValue(choice)}; Path=/; Max-Age=${String(keptForSeconds)}; SameSite=Lax`;
}

/**
 * The choice in a `Cookie` header or `document.cookie`; null when none was made. Anything unreadable in it counts as the
 * default: the cookie can be written by anybody who sits at the browser.
 */
export function displayChoiceOf(cookies: string | null | undefined): DisplayChoice | null {
  const value = /(?:^|;\s*)mocua_display=([^;]*)/u.exec(cookies ?? '')?.[1];
  if (value === undefined) return null;
  const parts = new URLSearchParams(value);
  const size = Number(parts.get('size'));
  return {
    text: textSizes.find((name) => percentOf[name] === size) ?? 'normal',
    contrast: parts.get('contrast') === 'high' ? 'high' : 'normal',
    language: parts.get('lang') === 'en' ? 'en' : 'vi',
  };
}

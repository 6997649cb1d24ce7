import type { FastifyRequest } from 'fastify';
import type { PageFrame, ProvinceView } from '@mocua/contract';
import { type Config, languageOf, parseCookies, sessionCookieName } from '@mocua/server/kernel';

export type Display = Pick<PageFrame, 'language' | 'text' | 'contrast'>;

export const displayCookieName = 'mocua_display';
const keptForSeconds = 365 * 24 * 60 * 60;

/** Per cent in the cookie, as `libs/web/kernel` writes it, and the name of the size. */
const sizes: readonly (readonly [string, Display['text']])[] = [
  ['100', 'normal'],
  ['125', 'large'],
  ['150', 'larger'],
  ['175', 'largest'],
  ['200', 'double'],
];

/** The display a person chose; without a choice, the language the browser asks for. */
export function displayOf(request: FastifyRequest): Display {
  const value = parseCookies(request.headers.cookie)[displayCookieName];
  if (value === undefined) return { language: languageOf(request), text: 'normal', contrast: 'normal' };
  const chosen = new URLSearchParams(value);
  return {
    language: chosen.get('lang') === 'en' ? 'en' : 'vi',
    text: sizes.find(([percent]) => percent === chosen.get('size'))?.[1] ?? 'normal',
    contrast: chosen.get('contrast') === 'high' ? 'high' : 'normal',
  };
}

/** The present display with what a form changes in it; anything unknown in the form changes nothing. */
export function changedDisplay(display: Display, form: ReadonlyMap<string, string>): Display {
  const [lang, size, contrast] = ['lang', 'size', 'contrast'].map((name) => form.get(name));
  return {
    language: lang === 'vi' || lang === 'en' ? lang : display.language,
    text: sizes.find(([, name]) => name === size)?.[1] ?? display.text,
    contrast: contrast === 'normal' || contrast === 'high' ? contrast : display.contrast,
  };
}

/** Readable by the page's script, which changes it without a request. */
export function displayCookie(display: Display, secure: boolean): string {
  const size = sizes.find(([, name]) => name === display.text)?.[0] ?? '100';
  const value = `size=${size}&contrast=${display.contrast}&lang=${display.language}`;
  return `${displayCookieName}=${value}; Path=/; Max-Age=${keptForSeconds}; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** What is around the page of a request. That somebody has a session is known, not who. */
export function frameOf(
  request: FastifyRequest,
  path: string,
  { config, province }: { config: Config; province: ProvinceView },
): PageFrame {
  const session = parseCookies(request.headers.cookie)[sessionCookieName('citizen', config.secureCookies)];
  return {
    province,
    origin: config.publicOrigin,
    path,
    ...displayOf(request),
    signedIn: session !== undefined && session !== '',
  };
}

/** A path of this site that is safe to lead back to; `/` for anything else. */
export function localPath(value: string | undefined): string {
  return value !== undefined && /^\/(?![/\\])[^\s\\]{0,500}$/u.test(value) ? value : '/';
}

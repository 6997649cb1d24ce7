/** Longest path a log-in leads back to. */
const maxLength = 300;

/**
 * The local path a person returns to after signing in. Anything that could lead to another site, or back into the API,
 * becomes the fallback.
 */
export function safeReturnTo(wish: string | undefined, fallback: string): string {
  if (
    wish === undefined ||
    wish.length > maxLength ||
    !/^\/(?![/\\])[\x21-\x7e]*$/u.test(wish) ||
    wish.includes('\\')
  )
    return fallback;
  const base = 'http://local.invalid';
  const url = URL.parse(wish, base);
  if (url === null || url.origin !== base || url.pathname.startsWith('//')) return fallback;
  if (/^\/api(?:\/|$)/u.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

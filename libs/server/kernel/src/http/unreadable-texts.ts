/**
 * Where texts lie that no database keeps: with a NUL in them, or with half a character, as it is left when an emoji is cut in
 * the middle. A key of that kind is told as its place. The value is no deeper than a body may be.
 */
export function unreadableTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isReadable(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = path === '' ? key : `${path}/${key}`;
    return isReadable(key) ? unreadableTexts(inner, place) : [path];
  });
}

function isReadable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

import type { SearchPage } from '@mocua/contract';

/** Address of the search with these words and filters; always written the same way. */
export function searchAddress(words: string, filters: SearchPage['filters']): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  for (const [name, value] of Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)))
    query.set(name, value);
  const text = query.toString();
  return text === '' ? '/tim-kiem' : `/tim-kiem?${text}`;
}

import { deserialiseSearchIndex, search, type SearchIndex } from '@mocua/engine/search';
import type { Suggestion } from './suggestions';

/** Bytes on the wire; a catalogue with more is searched by the server, not on a telephone. */
const largest = 150_000;

/** The search of the server, in the browser: it answers at once, and when the line is slow. */
export interface LocalSearch {
  suggest(words: string, count: number): readonly Suggestion[];
}

/** Null when the catalogue is too large for it, or of another version than this script. */
export async function openLocalSearch(): Promise<LocalSearch | null> {
  const answer = await fetch('/api/v1/public/search-index', { credentials: 'same-origin' });
  const size = Number(answer.headers.get('content-length') ?? 0);
  if (!answer.ok || size > largest) return null;
  const index = deserialiseSearchIndex(await answer.text());
  return index === null ? null : searchIn(index);
}

function searchIn(index: SearchIndex): LocalSearch {
  const shown = new Map(
    index.source.documents.map(({ code, texts }) => {
      const text = (kind: string) => texts.find((each) => each.kind === kind)?.text ?? '';
      return [code, { code, name: text('name'), note: text('field') }];
    }),
  );
  return {
    suggest: (words, count) =>
      search(index, words, { limit: count }).hits.flatMap(({ code }) => shown.get(code) ?? []),
  };
}

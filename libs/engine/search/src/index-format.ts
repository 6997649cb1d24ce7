import type { SearchPlace } from './search-document';
import { indexFrom, type IndexSource, type SearchIndex, type TextKind } from './search-index';

const formatVersion = 1;
const kinds: readonly TextKind[] = [
  'name',
  'synonym',
  'short',
  'everyday',
  'other',
  'loose',
  'field',
  'context',
  'unit',
];

/** Every text once; documents name them by number: kind and text in turn. */
interface WireIndex {
  readonly v: number;
  readonly texts: readonly string[];
  readonly documents: readonly (readonly [
    codes: readonly string[],
    texts: readonly number[],
    audience: readonly number[],
    lifeEvents: readonly number[],
  ])[];
  readonly places: readonly (readonly [name: string, now: readonly number[]])[];
  readonly fillers: readonly string[];
  readonly placeKinds: readonly string[];
}

/** The index as one text for the browser. It holds the texts, not what is worked out from them: that is most of its size. */
export function serialiseSearchIndex({ source }: SearchIndex): string {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const documents = source.documents.map(
    ({ code, otherCodes, texts, audience, lifeEvents }) =>
      [
        [code, ...otherCodes],
        texts.flatMap(({ kind, text }) => [kinds.indexOf(kind), numberOf(text)]),
        audience.map(numberOf),
        lifeEvents.map(numberOf),
      ] as const,
  );
  const places = source.places.map(({ name, now }) => [name, now.map(numberOf)] as const);
  const wire: WireIndex = {
    v: formatVersion,
    texts: [...numbers.keys()],
    documents,
    places,
    fillers: source.fillers,
    placeKinds: source.placeKinds,
  };
  return JSON.stringify(wire);
}

/**
 * Finds what the index it was made from finds, in the same order.
 *
 * @returns null when the text is of another version of the format: the caller fetches it anew or does without
 */
export function deserialiseSearchIndex(text: string): SearchIndex | null {
  const wire = JSON.parse(text) as WireIndex;
  if (wire.v !== formatVersion) return null;
  const textOf = (number: number): string => wire.texts[number] ?? '';
  const source: IndexSource = {
    documents: wire.documents.map(([[code = '', ...otherCodes], pairs, audience, lifeEvents]) => ({
      code,
      otherCodes,
      texts: Array.from({ length: pairs.length / 2 }, (_, at) => ({
        kind: kinds[pairs[at * 2] ?? 0] ?? 'context',
        text: textOf(pairs[at * 2 + 1] ?? 0),
      })),
      audience: audience.map(textOf),
      lifeEvents: lifeEvents.map(textOf),
    })),
    places: wire.places.map(([name, now]): SearchPlace => ({ name, now: now.map(textOf) })),
    fillers: wire.fillers,
    placeKinds: wire.placeKinds,
  };
  return indexFrom(source);
}

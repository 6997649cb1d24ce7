import type { FacetName, SearchDocument, SearchPlace } from './search-document';
import { type SpokenWord, slugOf, spokenWords, wordReader } from './spoken-words';
import { phrasesIn, prepareThesaurus, type PreparedThesaurus, sayingsFor, type Thesaurus } from './thesaurus';
import { vietnameseThesaurus } from './vietnamese-words';
import { buildVocabulary, type Vocabulary } from './vocabulary';

/** Where a word stands, and how much that counts. */
export const textKinds = {
  name: 1,
  synonym: 0.95,
  short: 0.95,
  everyday: 0.85,
  other: 0.8,
  loose: 0.5,
  field: 0.4,
  context: 0.3,
  unit: 0.15,
} as const;
export type TextKind = keyof typeof textKinds;

/** One text of a document as it is kept and sent. */
export interface IndexedText {
  readonly kind: TextKind;
  readonly text: string;
}

export interface IndexedDocument {
  readonly code: string;
  readonly otherCodes: readonly string[];
  readonly texts: readonly IndexedText[];
  readonly audience: readonly string[];
  readonly lifeEvents: readonly string[];
}

/** All that an index holds; the rest is worked out from it. This is what {@link serialiseSearchIndex} sends. */
export interface IndexSource {
  readonly documents: readonly IndexedDocument[];
  readonly places: readonly SearchPlace[];
  readonly fillers: readonly string[];
  readonly placeKinds: readonly string[];
}

/** A text that is compared word by word with the query. */
export interface WordedText {
  readonly kind: TextKind;
  readonly text: string;
  /** Ids of its folded words. */
  readonly words: Uint32Array;
  readonly spoken: readonly SpokenWord[];
  /** Rarity of all its words together. */
  readonly weight: number;
}

export interface PreparedDocument {
  readonly code: string;
  readonly name: string;
  /** The texts whose order of words counts: name, synonyms, everyday words. */
  readonly texts: readonly WordedText[];
  /** Values as numbers of `facetValues`. */
  readonly facets: { readonly [name in FacetName]: readonly number[] };
}

export interface PreparedPlace extends SearchPlace {
  readonly folded: string;
}

/** A value of a facet: what filters take, and as the documents write it. */
export interface FacetValue {
  readonly value: string;
  readonly name: string;
}

/** Documents ready to be searched; built once for a version of the catalogue. */
export interface SearchIndex {
  readonly source: IndexSource;
  readonly vocabulary: Vocabulary;
  /** How much a word tells: 1 in one document only, near 0.15 in nearly all. By word id. */
  readonly rarity: Float32Array;
  /** Where each word occurs: postings of word `id` are `from[id]` to `from[id + 1]`. */
  readonly from: Uint32Array;
  readonly inDocument: Uint32Array;
  readonly weightThere: Float32Array;
  readonly documents: readonly PreparedDocument[];
  /** Codes without dots, sorted, with the documents in the same order. */
  readonly codes: readonly string[];
  readonly documentOfCode: readonly number[];
  /** First letters of all names, one name after another, and where each begins. */
  readonly initials: string;
  readonly initialsFrom: Uint32Array;
  readonly placesByName: ReadonlyMap<string, PreparedPlace>;
  readonly placeKinds: ReadonlySet<string>;
  readonly fillers: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly facetValues: { readonly [name in FacetName]: readonly FacetValue[] };
  readonly facetsThere: { readonly [name in FacetName]: FacetNumbers };
}

/** The values of one facet in all documents: those of document `d` are `values[from[d]]` to before `values[from[d + 1]]`. */
export interface FacetNumbers {
  readonly from: Uint32Array;
  readonly values: Uint32Array;
}

export interface BuildOptions {
  readonly thesaurus?: Thesaurus;
  readonly places?: readonly SearchPlace[];
}

/** Prepares documents once, so that a search reads only the query. */
export function buildSearchIndex(
  documents: readonly SearchDocument[],
  { thesaurus = vietnameseThesaurus(), places = [] }: BuildOptions = {},
): SearchIndex {
  const prepared = prepareThesaurus(thesaurus);
  const read = wordReader();
  return indexFrom({
    documents: documents.map((document) => withSayings(document, prepared, read)),
    places,
    fillers: thesaurus.fillers,
    placeKinds: thesaurus.placeKinds,
  });
}

function withSayings(
  document: SearchDocument,
  thesaurus: PreparedThesaurus,
  read: (text: string) => readonly SpokenWord[],
): IndexedDocument {
  const { code, otherCodes = [], name, otherNames = [], synonyms = [], abbreviations = [] } = document;
  const { fields = [], units = [], context = [], audience = [], lifeEvents = [] } = document;
  const inName = phrasesIn(thesaurus, [name, ...synonyms].map(read));
  const inRest = phrasesIn(thesaurus, [...fields, ...context].map(read));
  const sayings = sayingsFor(thesaurus, inName, new Set([...inName, ...inRest]));
  const texts: IndexedText[] = [{ kind: 'name', text: name }];
  const add = (kind: TextKind, added: readonly string[]): void => {
    for (const text of added) if (text.trim() !== '') texts.push({ kind, text });
  };
  add('synonym', synonyms);
  add('short', [...abbreviations, ...sayings.short]);
  add('everyday', sayings.plain);
  add('other', otherNames);
  add('loose', sayings.loose);
  add('field', fields);
  add('context', context);
  add('unit', units);
  return { code, otherCodes, texts, audience, lifeEvents };
}

/** Works out all that a search needs. @internal */
export function indexFrom(source: IndexSource): SearchIndex {
  const read = wordReader();
  const worded = source.documents.map((document) =>
    document.texts.map(({ kind, text }) => ({ kind, text, spoken: read(text) })),
  );
  const vocabulary = buildVocabulary(wordsOf(worded));
  const idOf = (folded: string): number => vocabulary.idOf.get(folded) ?? 0;
  const postings = buildPostings(worded, vocabulary.words.length, idOf);
  const rarity = rarityOf(postings.from, source.documents.length);
  const facets = facetNumbers();
  const documents = source.documents.map((document, at): PreparedDocument => {
    const texts = (worded[at] ?? [])
      .filter(({ kind }) => kind !== 'context' && kind !== 'unit' && kind !== 'field')
      .map(({ kind, text, spoken }) => {
        const words = Uint32Array.from(spoken, (word) => idOf(word.folded));
        return { kind, text, spoken, words, weight: words.reduce((sum, id) => sum + (rarity[id] ?? 0), 0) };
      });
    return { code: document.code, name: document.texts[0]?.text ?? '', texts, facets: facets.of(document) };
  });
  const byCode = source.documents
    .flatMap(({ code, otherCodes }, at) =>
      [code, ...otherCodes].map((one) => ({ at, code: compactCode(one) })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.at - b.at));
  return {
    source,
    vocabulary,
    rarity,
    ...postings,
    documents,
    codes: byCode.map(({ code }) => code),
    documentOfCode: byCode.map(({ at }) => at),
    ...initialsOf(documents),
    placesByName: placesByName(source),
    placeKinds: new Set(source.placeKinds.map((kind) => tonelessPhrase(kind))),
    fillers: fillersByFirstWord(source.fillers),
    facetValues: facets.values,
    facetsThere: {
      field: facetNumbersOf(documents, 'field'),
      unit: facetNumbersOf(documents, 'unit'),
      audience: facetNumbersOf(documents, 'audience'),
      lifeEvent: facetNumbersOf(documents, 'lifeEvent'),
    },
  };
}

function facetNumbersOf(documents: readonly PreparedDocument[], name: FacetName): FacetNumbers {
  const from = new Uint32Array(documents.length + 1);
  documents.forEach(({ facets }, at) => (from[at + 1] = (from[at] ?? 0) + facets[name].length));
  return { from, values: Uint32Array.from(documents.flatMap(({ facets }) => facets[name])) };
}

type WordedRow = readonly { readonly kind: TextKind; readonly spoken: readonly SpokenWord[] }[];

function* wordsOf(worded: readonly WordedRow[]): Iterable<string> {
  for (const texts of worded) for (const { spoken } of texts) for (const { folded } of spoken) yield folded;
}

function buildPostings(worded: readonly WordedRow[], words: number, idOf: (folded: string) => number) {
  const perWord: { documents: number[]; weights: number[] }[] = Array.from({ length: words }, () => ({
    documents: [],
    weights: [],
  }));
  worded.forEach((texts, document) => {
    for (const { kind, spoken } of texts) {
      for (const { folded } of spoken) {
        const places = perWord[idOf(folded)];
        if (!places) continue;
        const last = places.documents.length - 1;
        if (places.documents[last] !== document) {
          places.documents.push(document);
          places.weights.push(textKinds[kind]);
        } else if ((places.weights[last] ?? 0) < textKinds[kind]) places.weights[last] = textKinds[kind];
      }
    }
  });
  const from = new Uint32Array(words + 1);
  perWord.forEach(({ documents }, id) => (from[id + 1] = (from[id] ?? 0) + documents.length));
  const inDocument = new Uint32Array(from[words] ?? 0);
  const weightThere = new Float32Array(from[words] ?? 0);
  perWord.forEach(({ documents, weights }, id) => {
    inDocument.set(documents, from[id]);
    weightThere.set(weights, from[id]);
  });
  return { from, inDocument, weightThere };
}

function rarityOf(from: Uint32Array, documents: number): Float32Array {
  const rarity = new Float32Array(Math.max(0, from.length - 1));
  const most = Math.log(documents + 1);
  for (let id = 0; id < rarity.length; id += 1) {
    const occurs = (from[id + 1] ?? 0) - (from[id] ?? 0);
    rarity[id] = 0.15 + 0.85 * (Math.log((documents + 1) / Math.max(1, occurs)) / most);
  }
  return rarity;
}

/** A code as people type it: without dots and dashes. */
export const compactCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]+/gu, '');

function initialsOf(documents: readonly PreparedDocument[]) {
  const from = new Uint32Array(documents.length);
  let initials = '';
  documents.forEach((document, at) => {
    from[at] = initials.length;
    const name = document.texts[0];
    initials += `${name?.spoken.map(({ folded }) => folded[0] ?? '').join('') ?? ''} `;
  });
  return { initials, initialsFrom: from };
}

const tonelessPhrase = (text: string): string =>
  spokenWords(text)
    .map(({ folded }) => folded)
    .join(' ');

/** Places by name without their kind, because people leave it out or remember another one. */
function placesByName({ places, placeKinds }: IndexSource): ReadonlyMap<string, PreparedPlace> {
  const kinds = placeKinds.map(tonelessPhrase).sort((a, b) => b.length - a.length);
  const found = new Map<string, PreparedPlace>();
  for (const place of places) {
    let folded = tonelessPhrase(place.name);
    for (const kind of kinds) {
      if (folded.startsWith(`${kind} `)) {
        folded = folded.slice(kind.length + 1);
        break;
      }
    }
    // A unit that is gone says more than one of the same name that still is.
    const known = found.get(folded);
    if (folded !== '' && (!known || known.now.length === 0)) found.set(folded, { ...place, folded });
  }
  return found;
}

function fillersByFirstWord(fillers: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, string[][]>();
  for (const filler of fillers) {
    const words = spokenWords(filler).map(({ folded }) => folded);
    const first = words[0];
    if (first === undefined) continue;
    const known = found.get(first);
    if (known) known.push(words);
    else found.set(first, [words]);
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.length - a.length);
  return found;
}

const textsOfKind = (document: IndexedDocument, kind: TextKind): readonly string[] =>
  document.texts.filter((text) => text.kind === kind).map(({ text }) => text);

/** Numbers the values of the facets as they come; the first writing of a value is its name. */
function facetNumbers() {
  const numbers: { readonly [name in FacetName]: Map<string, number> } = {
    field: new Map(),
    unit: new Map(),
    audience: new Map(),
    lifeEvent: new Map(),
  };
  const values: { readonly [name in FacetName]: FacetValue[] } = {
    field: [],
    unit: [],
    audience: [],
    lifeEvent: [],
  };
  const numberOf = (name: FacetName, value: string, text: string): number => {
    const known = numbers[name].get(value);
    if (known !== undefined) return known;
    numbers[name].set(value, values[name].length);
    return values[name].push({ value, name: text }) - 1;
  };
  const slugs = new Map<string, string>();
  const ofTexts = (name: FacetName, texts: readonly string[]): readonly number[] => {
    const found = texts.map((text) => {
      const slug = slugs.get(text) ?? slugOf(text);
      slugs.set(text, slug);
      return numberOf(name, slug, text);
    });
    return [...new Set(found)];
  };
  const of = (document: IndexedDocument): PreparedDocument['facets'] => ({
    field: ofTexts('field', textsOfKind(document, 'field')),
    unit: ofTexts('unit', textsOfKind(document, 'unit')),
    audience: document.audience.map((value) => numberOf('audience', value, value)),
    lifeEvent: document.lifeEvents.map((value) => numberOf('lifeEvent', value, value)),
  });
  return { of, values };
}

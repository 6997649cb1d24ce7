import { type SpokenWord, spokenWords } from './spoken-words';

/** What people say, and the official words it stands for. */
export interface ThesaurusEntry {
  readonly say: readonly string[];
  /** Alternatives; all phrases of one must occur in a procedure for it to be found by these words. */
  readonly means: readonly (readonly string[])[];
}

/** Words of the language as data. */
export interface Thesaurus {
  readonly shortForms: readonly ThesaurusEntry[];
  readonly everyday: readonly ThesaurusEntry[];
  /** Words of a question that say nothing about what is looked for. */
  readonly fillers: readonly string[];
  /** What stands before the name of a place: `xã`, `phường`. */
  readonly placeKinds: readonly string[];
}

/** An official phrase, word by word with its tones. */
interface Phrase {
  readonly id: number;
  readonly keys: readonly string[];
}

/** A thesaurus made ready to be asked about many procedures. */
export interface PreparedThesaurus {
  readonly entries: readonly {
    readonly short: boolean;
    readonly say: readonly string[];
    /** Phrases by id. */
    readonly means: readonly (readonly number[])[];
  }[];
  readonly phrasesByFirstWord: ReadonlyMap<string, readonly Phrase[]>;
}

export function prepareThesaurus({ shortForms, everyday }: Thesaurus): PreparedThesaurus {
  const ids = new Map<string, number>();
  const phrasesByFirstWord = new Map<string, Phrase[]>();
  const idOf = (text: string): number => {
    const keys = spokenWords(text).map(({ key }) => key);
    const known = ids.get(keys.join(' '));
    if (known !== undefined) return known;
    const phrase = { id: ids.size, keys };
    ids.set(keys.join(' '), phrase.id);
    const first = keys[0] ?? '';
    phrasesByFirstWord.set(first, [...(phrasesByFirstWord.get(first) ?? []), phrase]);
    return phrase.id;
  };
  const prepare = (short: boolean) => (entry: ThesaurusEntry) => ({
    short,
    say: entry.say,
    means: entry.means.map((phrases) => phrases.map(idOf)),
  });
  const entries = [...shortForms.map(prepare(true)), ...everyday.map(prepare(false))];
  return { entries, phrasesByFirstWord };
}

/** Which official phrases occur in some texts. */
export function phrasesIn(
  { phrasesByFirstWord }: PreparedThesaurus,
  texts: readonly (readonly SpokenWord[])[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const words of texts) {
    words.forEach(({ key }, at) => {
      for (const { id, keys } of phrasesByFirstWord.get(key) ?? []) {
        if (keys.every((wanted, n) => words[at + n]?.key === wanted)) found.add(id);
      }
    });
  }
  return found;
}

/** What people say for a procedure: `plain` when its name says the official words, `loose` when only its other texts do. */
export interface Sayings {
  readonly short: readonly string[];
  readonly plain: readonly string[];
  readonly loose: readonly string[];
}

/**
 * @param inName - phrases of the name and the synonyms
 * @param inAll - these and the phrases of all other texts
 */
export function sayingsFor(
  { entries }: PreparedThesaurus,
  inName: ReadonlySet<number>,
  inAll: ReadonlySet<number>,
): Sayings {
  const sayings = { short: new Set<string>(), plain: new Set<string>(), loose: new Set<string>() };
  for (const { short, say, means } of entries) {
    const strong = means.some((phrases) => phrases.every((id) => inName.has(id)));
    if (!strong && !means.some((phrases) => phrases.every((id) => inAll.has(id)))) continue;
    for (const words of say) sayings[strong ? (short ? 'short' : 'plain') : 'loose'].add(words);
  }
  for (const words of [...sayings.short, ...sayings.plain]) sayings.loose.delete(words);
  return { short: [...sayings.short], plain: [...sayings.plain], loose: [...sayings.loose] };
}

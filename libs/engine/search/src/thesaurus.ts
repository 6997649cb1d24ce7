import { tonedPhrase } from './spoken-words';

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

interface PreparedEntry {
  readonly say: readonly string[];
  readonly means: readonly (readonly string[])[];
}

/** A thesaurus made ready to be asked about many procedures. */
export interface PreparedThesaurus {
  readonly shortForms: readonly PreparedEntry[];
  readonly everyday: readonly PreparedEntry[];
}

export function prepareThesaurus({ shortForms, everyday }: Thesaurus): PreparedThesaurus {
  const prepare = (entry: ThesaurusEntry): PreparedEntry => ({
    say: entry.say,
    means: entry.means.map((phrases) => phrases.map(tonedPhrase)),
  });
  return { shortForms: shortForms.map(prepare), everyday: everyday.map(prepare) };
}

/** What people say for a procedure: `plain` when its name says the official words, `loose` when only its other texts do. */
export interface Sayings {
  readonly plain: readonly string[];
  readonly loose: readonly string[];
}

/**
 * @param name - name and synonyms as {@link tonedPhrase}
 * @param all - these and all other texts
 */
export function sayingsFor(entries: readonly PreparedEntry[], name: string, all: string): Sayings {
  const plain = new Set<string>();
  const loose = new Set<string>();
  const inText = (text: string) => (phrases: readonly string[]) =>
    phrases.every((phrase) => text.includes(phrase));
  for (const { say, means } of entries) {
    const strong = means.some(inText(name));
    if (!strong && !means.some(inText(all))) continue;
    for (const words of say) (strong ? plain : loose).add(words);
  }
  for (const words of plain) loose.delete(words);
  return { plain: [...plain], loose: [...loose] };
}

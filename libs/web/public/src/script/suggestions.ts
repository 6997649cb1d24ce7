import type { LocalSearch } from './local-search';

/** A procedure as it is suggested while somebody types. */
export interface Suggestion {
  readonly code: string;
  readonly name: string;
  /** In small letters below the name. */
  readonly note: string;
}

interface Found {
  readonly items: readonly {
    readonly code: string;
    readonly name: Readonly<Record<string, string>>;
    readonly field: Readonly<Record<string, string>>;
  }[];
}

const shown = 6;
let local: Promise<LocalSearch | null> | null = null;

/**
 * Gets ready for typing: the index holds Vietnamese names, so pages in another language ask the server. What cannot be
 * loaded is done without.
 */
export function prepare(language: string): void {
  if (language !== 'vi') return;
  local ??= import('./local-search').then((module) => module.openLocalSearch()).catch(() => null);
}

/** The best procedures for some words. Rejects when the server had to be asked and could not be. */
export async function suggest(
  words: string,
  language: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const here = await local;
  return here === null ? ask(words, language, signal) : here.suggest(words, shown);
}

async function ask(words: string, language: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const query = new URLSearchParams({ q: words, limit: String(shown) });
  const answer = await fetch(`/api/v1/public/procedures?${query.toString()}`, {
    signal,
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error(`suggestions: ${String(answer.status)}`);
  const { items } = (await answer.json()) as Found;
  return items.map((item) => ({
    code: item.code,
    name: item.name[language] ?? item.name['vi'] ?? item.code,
    note: item.field[language] ?? '',
  }));
}

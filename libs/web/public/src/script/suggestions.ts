/** A procedure as it is suggested while somebody types. */
export interface Suggestion {
  readonly code: string;
  readonly name: string;
  /** Field and time, in small letters below the name. */
  readonly note: string;
}

interface Found {
  readonly items: readonly {
    readonly code: string;
    readonly name: Readonly<Record<string, string>>;
    readonly field: Readonly<Record<string, string>>;
    readonly duration: Readonly<Record<string, string>>;
  }[];
}

const shown = 6;

/** The best procedures for some words. Rejects when the server cannot be asked; an older question is given up. */
export async function suggest(words: string, language: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(`/api/v1/public/procedures?${new URLSearchParams({ q: words }).toString()}`, {
    signal,
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error(`suggestions: ${String(answer.status)}`);
  const { items } = (await answer.json()) as Found;
  return items.slice(0, shown).map((item) => ({
    code: item.code,
    name: item.name[language] ?? item.name['vi'] ?? item.code,
    note: [item.field[language], item.duration[language]].filter((part) => part).join(' · '),
  }));
}

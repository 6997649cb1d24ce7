import type { Answers, DraftId } from '@mocua/contract';

/** How far one line of the table has come. Whatever happens to one does not touch the others. */
export type LineState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'wrong'; readonly messages: readonly string[] }
  | { readonly kind: 'working' }
  | { readonly kind: 'needs-papers'; readonly papers: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'filed'; readonly transactionCode: string; readonly dossierId: string };

export interface BatchLine {
  readonly number: number;
  /** What tells the line apart; a line with a key that was filed is not filed again. */
  readonly key: string;
  readonly answers: Answers;
  readonly draftId: DraftId | null;
  readonly state: LineState;
}

/**
 * SHA-256 of what a line says, in hex, however its columns stand: the server knows a line by it that came before, from this
 * browser or another, without the table being kept anywhere.
 */
export async function digestOf({ key, answers }: Pick<BatchLine, 'key' | 'answers'>): Promise<string> {
  const sorted = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = new TextEncoder().encode(JSON.stringify([key, sorted]).normalize('NFC'));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The files that belong to a paper of a line, by their names: `<key>_<paper>` and anything after it. */
export function filesFor<T extends { readonly name: string }>(
  files: readonly T[],
  key: string,
  component: string,
): readonly T[] {
  const begin = `${key}_${component}`.normalize('NFC').toLowerCase();
  return files.filter((file) => {
    const name = file.name.normalize('NFC').toLowerCase();
    // The key "1" must not take the files of "1_2", nor a paper those of one whose name goes on.
    return name.startsWith(begin) && !/^[\p{L}\d-]/u.test(name.slice(begin.length));
  });
}

/** The lines that are tried when the button is pressed: everything right that was not filed yet. */
export function openLines(lines: readonly BatchLine[]): readonly BatchLine[] {
  return lines.filter(({ state }) => ['ready', 'needs-papers', 'failed'].includes(state.kind));
}

/** A table that is read again keeps what was filed and the drafts that were begun. */
export function mergeLines(before: readonly BatchLine[], next: readonly BatchLine[]): readonly BatchLine[] {
  const known = new Map(before.map((line) => [line.key, line]));
  return next.map((line) => {
    const old = known.get(line.key);
    if (old?.state.kind === 'filed') return { ...line, draftId: old.draftId, state: old.state };
    return { ...line, draftId: old?.draftId ?? null };
  });
}

import { z } from 'zod';

const file = z.record(z.string(), z.string().trim().min(1).max(40));

/** Our names of texts, and the numbers they got when they were approved. */
export interface ApprovedTemplates {
  readonly templates: ReadonlyMap<string, string>;
  /** Texts in use that nobody approved yet: they do not go out by Zalo. */
  readonly missing: readonly string[];
}

/**
 * Reads which number the operator of Zalo gave to which text: `{"zalo.received.vi@1": "262541"}`.
 *
 * @param text - JSON
 * @param known - names of the texts there are
 * @throws Error that names every entry that cannot be meant
 */
export function readApprovedTemplates(text: string, known: readonly string[]): ApprovedTemplates {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new Error('it is no JSON', { cause });
  }
  const read = file.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path.join('.')).filter((name) => name !== '');
    throw new Error(
      wrong.length === 0 ? 'it is no list of names and numbers' : `no number stands at ${wrong.join(', ')}`,
    );
  }
  const names = new Set(known);
  const strange = Object.keys(read.data).filter((name) => !names.has(name));
  if (strange.length > 0)
    throw new Error(`there are no texts ${strange.join(', ')}; "notice templates" lists them`);
  const templates = new Map(Object.entries(read.data));
  return { templates, missing: known.filter((name) => !templates.has(name)) };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const library = 'libs/web/citizen';
const scopes = ['site', 'filing', 'batch', 'mine', 'store'];

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : flatten(value, `${prefix}.${key}`),
  );
}

function textsOf(file: string, scope: string): [string, string][] {
  return flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree, scope);
}

function textsIn(language: string): ReadonlyMap<string, string> {
  return new Map([
    ...scopes.flatMap((scope) => textsOf(join(library, 'i18n', `${scope}.${language}.json`), scope)),
    ...textsOf(join('libs/web/ui/i18n', `${language}.json`), 'ui'),
    ...textsOf(join('libs/web/ui/i18n', `dossier.${language}.json`), 'dossier'),
  ]);
}

const vi = textsIn('vi');
const en = textsIn('en');
const files = readdirSync(join(library, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|html)$/u.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(library, 'src', name), 'utf8') }));
const sources = files.map((file) => file.text).join('\n');
const vietnameseLetters = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

describe('the texts of the portal', () => {
  it('exist in both languages with the same parameters', () => {
    const parameters = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1]).sort();
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    for (const [key, text] of vi) expect([key, parameters(en.get(key))]).toEqual([key, parameters(text)]);
  });

  it('are English where they say so, and never empty', () => {
    const wrong = [...en].filter(([, text]) => text.trim() === '' || vietnameseLetters.test(text));
    expect(wrong).toEqual([]);
    expect([...vi].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('hold every key that a page names', () => {
    // a key that goes on with a variable ends with a dot here: then something has to begin with it
    const named = [...sources.matchAll(/['`]((?:site|filing|batch|mine|store|ui)\.[\w.-]+)/gu)].map(
      (match) => match[1] ?? '',
    );
    const missing = named.filter((key) =>
      key.endsWith('.') || !vi.has(key) ? ![...vi.keys()].some((known) => known.startsWith(key)) : false,
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('hold nothing of their own that no page shows', () => {
    const unused = [...vi.keys()].filter((key) => {
      if (/^(?:ui|dossier)\./u.test(key) || key === 'site.name') return false; // other libraries and the application show these
      const parts = key.split('.');
      const stems = parts.map((_part, index) => `${parts.slice(0, index).join('.')}.`).slice(2);
      return (
        !sources.includes(key) && !stems.some((stem) => new RegExp(`['\`]${stem}['$]`, 'u').test(sources))
      );
    });
    expect(unused).toEqual([]);
  });

  it('are where Vietnamese words stand: no page writes them itself', () => {
    // names of languages in themselves, and what the gallery of the interface shows as examples
    const allowed = /gallery\/|texts\.ts$/u;
    const written = files
      .filter(({ name }) => !allowed.test(name))
      .flatMap(({ name, text }) =>
        text
          .split('\n')
          .filter((line) => !/^\s*(?:\/\/|\*|\/\*)/u.test(line))
          .map((line) => line.replaceAll('Tiếng Việt', '').replace(/ \/\/ .*$/u, ''))
          .filter((line) => vietnameseLetters.test(line))
          .map((line) => `${name}: ${line.trim()}`),
      );
    expect(written).toEqual([]);
  });
});

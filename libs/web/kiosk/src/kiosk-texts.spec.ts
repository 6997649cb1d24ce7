import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemCodes } from '@mocua/contract';

const library = 'libs/web/kiosk';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : flatten(value, `${prefix}.${key}`),
  );
}

function textsIn(language: string): ReadonlyMap<string, string> {
  const tree = JSON.parse(readFileSync(join(library, 'i18n', `${language}.json`), 'utf8')) as Tree;
  return new Map(flatten(tree, 'kiosk'));
}

const vi = textsIn('vi');
const en = textsIn('en');
const sources = readdirSync(join(library, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|html)$/u.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(library, 'src', name), 'utf8'))
  .join('\n');

describe('the texts of the kiosk library', () => {
  it('exist in both languages with the same parameters', () => {
    const parameters = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1]).sort();
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    for (const [key, text] of vi) expect([key, parameters(en.get(key))]).toEqual([key, parameters(text)]);
  });

  it('hold every key that a page names', () => {
    // a key that goes on with a variable ends with a dot here: then something has to begin with it
    const named = [...sources.matchAll(/['`](kiosk\.[\w.-]*)/gu)].map((match) => match[1] ?? '');
    const codes = new Set<string>(problemCodes);
    const missing = named
      .filter((key) => !codes.has(key))
      .filter((key) =>
        key.endsWith('.') ? ![...vi.keys()].some((known) => known.startsWith(key)) : !vi.has(key),
      );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('hold nothing that no page shows', () => {
    const unused = [...vi.keys()].filter((key) => {
      const stem = key.slice(0, key.lastIndexOf('.') + 1);
      return (
        !sources.includes(`${key}'`) && !sources.includes(`'${stem}'`) && !sources.includes(`${stem}\${`)
      );
    });
    expect(unused).toEqual([]);
  });
});

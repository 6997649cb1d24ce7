import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const web = join(process.cwd(), 'libs/web');
const apps = join(process.cwd(), 'apps');
const read = (pattern: string, cwd: string): string[] =>
  globSync(pattern, { cwd }).map((file) => readFileSync(join(cwd, file), 'utf8'));

describe('the names of style classes', () => {
  const styled = new Set(
    [...read('**/*.css', web), ...read('*/src/**/*.css', apps)].flatMap((text) =>
      [...text.matchAll(/\.(mc-[a-z\d_-]+)/gu)].map(([, name]) => name),
    ),
  );

  it('that a template gives to an element are the names of rules', () => {
    const given = read('*/src/**/*.html', web).flatMap((text) => [
      ...[...text.matchAll(/ class="([^"{]*)"/gu)].flatMap(([, names]) => names?.split(/\s+/u) ?? []),
      ...[...text.matchAll(/\[class\.([a-z\d_-]+)\]/gu)].map(([, name]) => name ?? ''),
    ]);
    const ours = new Set(given.filter((name) => name.startsWith('mc-')));
    expect(ours.size).toBeGreaterThan(50);
    expect([...ours].filter((name) => !styled.has(name))).toEqual([]);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { workspaceRoot } from '@mocua/server/kernel';

/**
 * Brotli bytes of the scripts a browser fetches for the home page: what `index.html` names, what those import statically,
 * and the lazy chunk that holds the home page.
 */
export async function measureHome(): Promise<void> {
  const folder = join(workspaceRoot(), 'dist/apps/portal/browser');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const source = new Map(
    await Promise.all(
      scripts.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    ),
  );
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const needed = new Set<string>();
  const take = (name: string): void => {
    const text = source.get(name);
    if (text === undefined || needed.has(name)) return;
    needed.add(name);
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/gu)) take(imported ?? '');
  };
  for (const [, name] of index.matchAll(/(?:src|href)="([^"]+\.js)"/gu)) take(name ?? '');
  const home = [...source].find(([, text]) => text.includes('citizen-home'))?.[0];
  if (home !== undefined) take(home);
  const bytes = [...needed].reduce((sum, name) => sum + brotliCompressSync(source.get(name) ?? '').length, 0);
  console.log(
    `home: ${bytes} bytes of script in ${needed.size} files, brotli (goal <= 80000)${home === undefined ? '; home chunk not found' : ''}`,
  );
}

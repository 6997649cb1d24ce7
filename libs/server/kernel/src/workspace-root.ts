import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that holds `nx.json`: assets are read relative to it, from sources and from bundles alike. */
export function workspaceRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nx.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('nx.json not found above ' + fileURLToPath(import.meta.url));
    folder = parent;
  }
  return folder;
}

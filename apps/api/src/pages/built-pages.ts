import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageAssets } from '@mocua/contract';

/** What the build of the portal left for the public pages. */
export interface BuiltPages {
  /** The thread that renders. */
  readonly program: string;
  readonly assets: PageAssets;
  /** Paths that belong to the application for signed-in people, as patterns: `ho-so/:dossierId`. */
  readonly appPaths: readonly string[];
}

interface Manifest {
  readonly script: string;
  readonly appPaths: readonly string[];
}

/** Weights and alphabets of the first screen; anything else comes when the page asks for it. */
const firstFonts = /be-vietnam-pro-(?:vietnamese|latin)-(?:400|700)-normal-[\w-]+\.woff2/gu;

/** Reads what was built; null when it was not. */
export async function readBuiltPages(dist: string): Promise<BuiltPages | null> {
  const folder = join(dist, 'apps/portal-pages');
  const index = join(dist, 'apps/portal/browser/index.html');
  if (!existsSync(join(folder, 'manifest.json')) || !existsSync(index)) return null;
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const stylesheet = /<link rel="stylesheet" href="([^"]+\.css)"/u.exec(await readFile(index, 'utf8'))?.[1];
  if (stylesheet === undefined) throw new Error(`${index} names no stylesheet`);
  const css = await readFile(join(dist, 'apps/portal/browser', stylesheet), 'utf8');
  const fonts = [...new Set(css.match(firstFonts) ?? [])].map((name) => `/media/${name}`);
  return {
    program: join(folder, 'server/render-worker.mjs'),
    assets: { stylesheet: `/${stylesheet.replace(/^\//u, '')}`, script: manifest.script, fonts },
    appPaths: manifest.appPaths,
  };
}

/** Answers whether a path is one of the application's. `/**` at the end of a pattern stands for anything below it. */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map((pattern) => {
    const deep = pattern.endsWith('/**');
    const parts = (deep ? pattern.slice(0, -3) : pattern)
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')));
    return new RegExp(`^/${parts.join('/')}${deep ? '(?:/.*)?' : ''}/?$`, 'u');
  });
  return (path) => expressions.some((expression) => expression.test(path));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';

/** Paths in the text of a route table; importing it would need Angular and a browser. */
function pathsIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/\bpath: '([^']*)'/gu)].map(([, path = '']) => path);
}

/** Pages that the server renders, as its own tables have them. */
function publicPaths(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const content = [...text.matchAll(/\bcontentPages\('\w+', '\/([^']*)', (true|false)\)/gu)].flatMap(
    ([, path = '', single]) => (single === 'true' ? [path, `${path}/:slug`] : [path]),
  );
  return [
    ...[...text.matchAll(/(?:\broute: |scope\.get\()'\/([^']*)'/gu)].map(([, path = '']) => path),
    ...content,
  ];
}

/** Paths of a table that is loaded below another path. */
function pathsBelow(above: string, file: string): string[] {
  return pathsIn(file).map((path) => (path === '' ? above : `${above}/${path}`));
}

/** Every path of every front end, as its route tables have it. */
export function routeTables(): Readonly<Record<'portal' | 'workspace' | 'kiosk', ReadonlySet<string>>> {
  return {
    portal: new Set([
      ...publicPaths('apps/api/src/pages/page-loaders.ts'),
      ...publicPaths('apps/api/src/pages/serve-pages.ts'),
      ...pathsIn('libs/web/citizen/src/citizen-routes.ts'),
      ...pathsBelow('ban-nhap/:draftId', 'libs/web/citizen/src/filing/draft-routes.ts'),
      ...pathsBelow('kho', 'libs/web/citizen/src/store/store-routes.ts'),
    ]),
    workspace: new Set(pathsIn('libs/web/officer/src/officer.routes.ts')),
    kiosk: new Set(pathsIn('libs/web/kiosk/src/kiosk.routes.ts')),
  };
}

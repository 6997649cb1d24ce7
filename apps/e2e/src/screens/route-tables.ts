import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';

/** Paths in the text of a route table; importing it would need Angular and a browser. */
function pathsIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/\bpath: '([^']*)'/gu)].map(([, path = '']) => path);
}

const draft = 'ban-nhap/:draftId';

/** Every path of every front end, as its route tables have it. */
export function routeTables(): Readonly<Record<'portal' | 'workspace' | 'kiosk', ReadonlySet<string>>> {
  const drafts = pathsIn('libs/web/citizen/src/filing/draft-routes.ts').map((path) =>
    path === '' ? draft : `${draft}/${path}`,
  );
  return {
    portal: new Set([...pathsIn('libs/web/citizen/src/citizen-routes.ts'), ...drafts]),
    workspace: new Set(pathsIn('libs/web/officer/src/officer.routes.ts')),
    kiosk: new Set(pathsIn('libs/web/kiosk/src/kiosk.routes.ts')),
  };
}

// `npm run mocua -- <noun> <verb>`: the command line, built when its sources changed, on the database of this workspace.
import { underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const { runMocua } = await import('../start/src/mocua-command.mjs');
  process.exitCode = await runMocua(process.argv.slice(2));
}

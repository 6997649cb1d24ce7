// `npm start`: everything a user needs to see the demo province, and Ctrl-C to end it.
import { underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const { start } = await import('./src/start.mjs');
  process.exit(await start());
}

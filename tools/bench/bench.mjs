// `npm run bench`: ratios in one run, on a database of its own, through HTTP and signed in.
import { underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const { runBench } = await import('./src/run-bench.mjs');
  process.exitCode = await runBench(process.argv.slice(2));
}

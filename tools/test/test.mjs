// `npm test`: every check there is; the last line says how many passed and failed.
import { underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const steps = await import('./src/steps.mjs');
  const { runSteps, summaryOf } = await import('./src/run-steps.mjs');
  // The test database started by this run need not wait for further runs.
  process.env['MOCUA_TEST_CLUSTER_IDLE_SECONDS'] ??= '10';
  const results = await runSteps(
    [
      steps.lockStep,
      steps.jestStep,
      steps.nxStep('builds', 'build'),
      // a browser waits most of the time; what only reads the sources takes what it leaves
      steps.together([steps.browserStep, steps.inTurn([steps.formatStep, steps.lintStep, steps.typesStep])]),
    ],
    console.log,
  );
  console.log(summaryOf(results));
  process.exitCode = results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;
}

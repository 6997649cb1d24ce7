// `npm run test:deep`: the tests of `npm test` with the big counts; writes docs/operations/deep-report.{json,md}.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const { runJest } = await import('./src/jest-run.mjs');
  const { runSteps, summaryOf } = await import('./src/run-steps.mjs');
  const { format } = await import('prettier');
  const { asMarkdown, deepReport } = await import('./src/deep-report.mjs');
  process.env['MOCUA_TEST_CLUSTER_IDLE_SECONDS'] ??= '10';
  const began = performance.now();
  /** @type {import('./src/jest-run.mjs').JestReport | undefined} */
  let report;
  const results = await runSteps(
    [
      {
        name: 'unit and integration tests with big counts',
        run: async (onLine) => {
          const { outcome, report: found } = await runJest(['--maxWorkers=2', ...process.argv.slice(2)], {
            name: 'deep',
            env: { MOCUA_DEEP: '1' },
            onLine,
          });
          report = found;
          return outcome;
        },
      },
    ],
    console.log,
  );
  const [result] = results;
  if (report && result) {
    const git = (/** @type {string[]} */ ...args) =>
      execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
    const deep = deepReport(
      report,
      {
        commit: git('rev-parse', 'HEAD'),
        changed: git('status', '--porcelain') !== '',
        date: new Date().toISOString(),
        machine: {
          platform: `${process.platform} ${process.arch}`,
          node: process.version,
          cores: availableParallelism(),
        },
        seconds: Math.round((performance.now() - began) / 1000),
      },
      result.outcome,
    );
    const folder = join(ROOT, 'docs/operations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'deep-report.json'), await format(JSON.stringify(deep), { parser: 'json' }));
    writeFileSync(join(folder, 'deep-report.md'), await format(asMarkdown(deep), { parser: 'markdown' }));
  }
  console.log(summaryOf(results));
  process.exitCode = results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;
}

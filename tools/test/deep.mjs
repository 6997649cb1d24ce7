// `npm run test:deep`: the tests of `npm test` with the big counts; writes docs/operations/deep-report.{json,md}.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const { runJest } = await import('./src/jest-run.mjs');
  const { runSteps, summaryOf } = await import('./src/run-steps.mjs');
  const { nxStep } = await import('./src/steps.mjs');
  const { format } = await import('prettier');
  const { asMarkdown, deepReport } = await import('./src/deep-report.mjs');
  process.env['MOCUA_TEST_CLUSTER_IDLE_SECONDS'] ??= '10';
  const began = performance.now();
  /** @type {import('./src/jest-run.mjs').JestReport[]} */
  const reports = [];
  /**
   * @param {string} name of the step
   * @param {string} file of the report
   * @param {string[]} args
   * @returns {import('./src/steps.mjs').Step}
   */
  const deepStep = (name, file, args) => ({
    name,
    run: async (onLine) => {
      const { outcome, report } = await runJest(args, { name: file, env: { MOCUA_DEEP: '1' }, onLine });
      if (report) reports.push(report);
      return outcome;
    },
  });
  const wanted = process.argv.slice(2);
  const steps = [
    deepStep('unit and integration tests with big counts', 'deep', ['--maxWorkers=2', ...wanted]),
  ];
  // of the browser tests only these do more than in `npm test`; whoever names files wants those alone
  if (wanted.length === 0) {
    const counting = ['journeys/kiosk-', 'journeys/phone-filing', 'journeys/screens'];
    const browser = ['-c', 'apps/e2e/jest.config.ts', '--runInBand', ...counting];
    // the browser tests build only what is missing; a report must not be about an older build
    steps.push(nxStep('builds', 'build'));
    steps.push(deepStep('browser tests with big counts', 'deep-browser', browser));
  }
  const results = await runSteps(steps, console.log);
  if (reports.length > 0) {
    const git = (/** @type {string[]} */ ...args) =>
      execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
    const deep = deepReport(
      reports,
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
      results.map(({ outcome }) => outcome),
    );
    const folder = join(ROOT, 'docs/operations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'deep-report.json'), await format(JSON.stringify(deep), { parser: 'json' }));
    writeFileSync(join(folder, 'deep-report.md'), await format(asMarkdown(deep), { parser: 'markdown' }));
  }
  console.log(summaryOf(results));
  process.exitCode = results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;
}

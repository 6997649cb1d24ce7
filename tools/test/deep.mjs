// `npm run test:deep`: the tests of `npm test` with the big counts; writes docs/operations/deep{,-browser}-report.{json,md}.
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

  const given = process.argv.slice(2);
  // of the browser tests only these do more than in `npm test`
  const counting = ['journeys/kiosk-', 'journeys/phone-filing', 'journeys/screens'];
  const browser = ['-c', 'apps/e2e/jest.config.ts', '--runInBand', ...counting];
  const all = [
    {
      report: 'deep-report',
      // whoever names files wants those alone
      wanted: !given.includes('--browser'),
      before: [],
      step: 'unit and integration tests with big counts',
      args: ['--maxWorkers=2', ...given],
    },
    {
      report: 'deep-browser-report',
      wanted: given.length === 0 || given.includes('--browser'),
      // the browser tests build only what is missing; a report must not be about an older build
      before: [nxStep('builds', 'build')],
      step: 'browser tests with big counts',
      args: browser,
    },
  ];
  const results = [];
  for (const { report, before, step, args } of all.filter(({ wanted }) => wanted)) {
    const began = performance.now();
    /** @type {import('./src/jest-run.mjs').JestReport[]} */
    const told = [];
    const ran = await runSteps(
      [
        ...before,
        {
          name: step,
          run: async (onLine) => {
            const run = await runJest(args, { name: report, env: { MOCUA_DEEP: '1' }, onLine });
            if (run.report) told.push(run.report);
            return run.outcome;
          },
        },
      ],
      console.log,
    );
    results.push(...ran);
    const seconds = Math.round((performance.now() - began) / 1000);
    const outcomes = ran.map(({ outcome }) => outcome);
    if (told.length > 0) await writeReport(report, deepReport(told, about(seconds), outcomes));
  }
  console.log(summaryOf(results));
  process.exitCode = results.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;

  /** @param {number} seconds */
  function about(seconds) {
    const git = (/** @type {string[]} */ ...words) =>
      execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
    return {
      commit: git('rev-parse', 'HEAD'),
      changed: git('status', '--porcelain') !== '',
      date: new Date().toISOString(),
      machine: {
        platform: `${process.platform} ${process.arch}`,
        node: process.version,
        cores: availableParallelism(),
      },
      seconds,
    };
  }

  /**
   * @param {string} name of the files
   * @param {import('./src/deep-report.mjs').DeepReport} deep
   */
  async function writeReport(name, deep) {
    const folder = join(ROOT, 'docs/operations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), await format(JSON.stringify(deep), { parser: 'json' }));
    writeFileSync(join(folder, `${name}.md`), await format(asMarkdown(deep), { parser: 'markdown' }));
  }
}

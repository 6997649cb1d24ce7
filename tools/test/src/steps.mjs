import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptionalEntries } from '../../bootstrap/src/lock-check.mjs';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { runNode, runNx } from '../../start/src/nx.mjs';
import { runJestSteadily } from './jest-run.mjs';

/**
 * @typedef {import('./jest-run.mjs').Outcome} Outcome
 * @typedef {{ name: string, run: (onLine: (line: string) => void) => Promise<Outcome> }} Step
 */

/** @type {Step} */
export const lockStep = {
  name: 'lock file is complete',
  run: async () => {
    const missing = missingOptionalEntries(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
    return verdict(missing.length === 0, `packages without an entry:\n${missing.join('\n')}`);
  },
};

/** @type {Step} */
export const formatStep = {
  name: 'files are formatted',
  run: async () => {
    const { code, output } = await runNode(
      [join(ROOT, 'node_modules/prettier/bin/prettier.cjs'), '--check', '.', '--log-level=warn'],
      { yielding: true },
    );
    return verdict(code === 0, `npm run format mends these:\n${output}`);
  },
};

/**
 * One process for the whole tree: the type checker is loaded once, which is several times faster than a process for each
 * project. The rule about module boundaries reads the project graph that Nx wrote last, so Nx writes it first.
 * @type {Step}
 */
export const lintStep = {
  name: 'lint',
  run: async (onLine) => {
    const graph = await runNx(['show', 'projects'], { yielding: true });
    if (graph.code !== 0) return verdict(false, `the project graph:\n${graph.output}`);
    const eslint = join(ROOT, 'node_modules/eslint/bin/eslint.js');
    const { code, output } = await runNode(
      ['--max-old-space-size=6144', eslint, '.', '--max-warnings', '0'],
      { onLine, guarded: true, yielding: true },
    );
    return verdict(code === 0, output.slice(-12_000));
  },
};

/**
 * The `typecheck` targets of all projects, put together by their options: a compiler for each project reads and checks the
 * libraries below it again and again.
 * @type {Step}
 */
export const typesStep = {
  name: 'types',
  run: async (onLine) => {
    const script = join(ROOT, 'tools/test/src/check-types.mjs');
    const { code, output } = await runNode(['--max-old-space-size=6144', script], {
      onLine,
      guarded: true,
      yielding: true,
    });
    return verdict(code === 0, output.slice(-12_000));
  },
};

/**
 * Steps at the same time; each must leave time to the others.
 * @param {readonly Step[]} steps
 * @returns {Step}
 */
export function together(steps) {
  return {
    name: steps.map(({ name }) => name).join('; beside it '),
    run: async (onLine) => summed(steps, await Promise.all(steps.map((step) => step.run(onLine)))),
  };
}

/**
 * Steps one after another, told as one.
 * @param {readonly Step[]} steps
 * @returns {Step}
 */
export function inTurn(steps) {
  return {
    name: steps.map(({ name }) => name).join(', '),
    run: async (onLine) => {
      const outcomes = [];
      for (const step of steps) outcomes.push(await step.run(onLine));
      return summed(steps, outcomes);
    },
  };
}

/**
 * @param {readonly Step[]} steps
 * @param {readonly Outcome[]} outcomes  of the steps, in their order
 * @returns {Outcome}
 */
function summed(steps, outcomes) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ which) =>
    outcomes.reduce((total, outcome) => total + outcome[which], 0);
  const named = (/** @type {'failures' | 'unstable'} */ which) =>
    outcomes.flatMap((outcome, at) => (outcome[which] ?? []).map((text) => `${steps[at]?.name}: ${text}`));
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: named('failures'),
    unstable: named('unstable'),
  };
}

/**
 * @param {string} name
 * @param {string} target
 * @returns {Step}
 */
export function nxStep(name, target) {
  return {
    name,
    run: async (onLine) => {
      const { code, output } = await runNx(
        ['run-many', '-t', target, '--parallel=2', '--output-style=static'],
        { onLine },
      );
      return verdict(code === 0, failedTasks(output));
    },
  };
}

/** @type {Step} */
export const jestStep = {
  name: 'unit and integration tests',
  run: (onLine) => runJestSteadily({ workers: ['--maxWorkers=2'] }, { name: 'unit-and-integration', onLine }),
};

/** @type {Step} */
export const browserStep = {
  name: 'browser tests',
  run: async (onLine) => {
    const config = 'apps/e2e/jest.config.ts';
    if (!existsSync(join(ROOT, config))) return verdict(false, `${config} does not exist`);
    return runJestSteadily({ config: ['-c', config], workers: ['--runInBand'] }, { name: 'browser', onLine });
  },
};

/**
 * @param {boolean} good
 * @param {string} failure
 * @returns {Outcome}
 */
function verdict(good, failure) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, failures: good ? [] : [failure] };
}

/**
 * Nx prints the output of every task; only that of failed ones helps.
 * @param {string} output
 */
export function failedTasks(output) {
  const blocks = output
    .split(/\n(?=> nx run )/u)
    .filter((block) => !/\n✔|\[(?:local|existing|remote)[^\]]*cache/u.test(block));
  return (blocks.length > 0 ? blocks.join('\n') : output).slice(-12_000);
}

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { runNode } from '../../start/src/nx.mjs';

/**
 * What came of a step. `failures` are texts for the summary, the first line naming the failure; `unstable` are failures of tests
 * that passed when they were repeated by themselves.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], unstable?: string[] }} Outcome
 */

/**
 * The part of jest's JSON report that is read here.
 * @typedef {object} JestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {JestSuite[]} testResults
 *
 * @typedef {object} JestSuite
 * @property {string} name
 * @property {string} status
 * @property {string} message
 * @property {number} startTime
 * @property {number} endTime
 * @property {{ fullName: string, status: string, duration?: number | null, failureMessages: string[] | null }[]} assertionResults
 */

/**
 * Runs jest with native ES modules in a process of its own and reads its report.
 * @param {string[]} args
 * @param {{ name: string, env?: Record<string, string>, onLine: (line: string) => void }} options name: of the report file
 * @returns {Promise<{ outcome: Outcome, report: JestReport | undefined }>}
 */
export async function runJest(args, { name, env = {}, onLine }) {
  const folder = join(ROOT, 'tmp', 'test');
  mkdirSync(folder, { recursive: true });
  const reportFile = join(folder, `${name}.json`);
  rmSync(reportFile, { force: true });
  const { code, output } = await runNode(
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${reportFile}`,
      ...args,
    ],
    { onLine, env: { ...env, FORCE_COLOR: '0' }, guarded: true },
  );
  const report = readReport(reportFile);
  if (!report)
    return {
      outcome: {
        passed: 0,
        failed: 1,
        skipped: 0,
        failures: [`jest gave no report:\n${output.slice(-4_000)}`],
      },
      report,
    };
  const outcome = outcomeOf(report);
  // A failure that no test owns: an error after the tests, a threshold, a handle that kept a worker from ending.
  if (code !== 0 && outcome.failed === 0) {
    return {
      outcome: {
        ...outcome,
        failed: 1,
        failures: [`jest ended with code ${code}:\n${output.slice(-4_000)}`],
      },
      report,
    };
  }
  return { outcome, report };
}

/** More files than this that fail in one run are no accident. */
const MOST_REPEATED = 3;

/**
 * Runs jest, and the files that failed a second time by themselves. What fails again has failed; what passes is told as
 * unstable, with what went wrong, so that it is mended and not forgotten.
 * @param {{ config?: string[], workers: string[] }} args
 * @param {{ name: string, onLine: (line: string) => void }} options
 * @returns {Promise<Outcome>}
 */
export async function runJestSteadily({ config = [], workers }, { name, onLine }) {
  const first = await runJest([...config, ...workers], { name, onLine });
  const files = first.report ? failedFiles(first.report) : [];
  if (!first.report || files.length === 0 || files.length > MOST_REPEATED) return first.outcome;
  const again = await runJest([...config, '--runInBand', '--runTestsByPath', ...files], {
    name: `${name}-repeated`,
    onLine,
  });
  return again.report ? steadied(first.report, again.report, again.outcome) : first.outcome;
}

/** @param {JestReport} report */
function failedFiles(report) {
  return report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

/**
 * The outcome of a run with the repeated files in the place of their first attempts.
 * @param {JestReport} first
 * @param {JestReport} again
 * @param {Outcome} [second]  of the repetition, when more than its report is known
 * @returns {Outcome}
 */
export function steadied(first, again, second = outcomeOf(again)) {
  const repeated = new Set(again.testResults.map(({ name }) => name));
  const before = first.testResults.filter(({ name }) => repeated.has(name));
  const count = (/** @type {JestSuite[]} */ suites, /** @type {string} */ status) =>
    suites.flatMap((suite) => suite.assertionResults).filter((test) => test.status === status).length;
  const stillFailing = new Set(
    again.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name),
  );
  const unstable = outcomeOf({
    ...first,
    testResults: before.filter(({ name }) => !stillFailing.has(name)),
  }).failures;
  return {
    passed: first.numPassedTests - count(before, 'passed') + second.passed,
    failed: second.failed,
    skipped: outcomeOf(first).skipped - count(before, 'pending') - count(before, 'todo') + second.skipped,
    failures: second.failures,
    unstable,
  };
}

/**
 * @param {JestReport} report
 * @returns {Outcome}
 */
export function outcomeOf(report) {
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some(isFailed),
  );
  const failures = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter(isFailed)
      .map((test) => `${relative(suite.name)}: ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...failures,
      ...broken.map((suite) => `${relative(suite.name)}: the file does not run\n${suite.message}`),
    ],
  };
}

/** @param {{ status: string }} test */
function isFailed(test) {
  return test.status === 'failed';
}

/** @param {string} file */
export function relative(file) {
  return file.startsWith(ROOT) ? file.slice(ROOT.length) : file;
}

/**
 * @param {string} file
 * @returns {JestReport | undefined}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // jest ended before it could write one
  }
}

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { runNode } from '../../start/src/nx.mjs';

/**
 * What came of a step. `failures` are texts for the summary, the first line naming the failure.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Outcome
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

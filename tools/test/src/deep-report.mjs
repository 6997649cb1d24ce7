import { relative } from './jest-run.mjs';

/**
 * @typedef {object} DeepReport
 * @property {string} commit
 * @property {boolean} changed  whether the work tree differed from the commit
 * @property {string} date  ISO-8601
 * @property {{ platform: string, node: string, cores: number }} machine
 * @property {number} seconds
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {{ file: string, seconds: number, passed: number, failed: number, slowest: string }[]} files
 */

/**
 * @param {readonly Pick<import('./jest-run.mjs').JestReport, 'testResults'>[]} reports  one a step
 * @param {Pick<DeepReport, 'commit' | 'changed' | 'date' | 'machine' | 'seconds'>} run
 * @param {readonly Pick<import('./jest-run.mjs').Outcome, 'passed' | 'failed' | 'skipped'>[]} outcomes  one a step
 * @returns {DeepReport}
 */
export function deepReport(reports, run, outcomes) {
  const suites = reports.flatMap((report) => report.testResults);
  const files = suites.map((suite) => {
    const count = (/** @type {string} */ status) =>
      suite.assertionResults.filter((test) => test.status === status).length;
    const slowest = suite.assertionResults.toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0))[0];
    return {
      file: relative(suite.name),
      seconds: Math.round((suite.endTime - suite.startTime) / 100) / 10,
      passed: count('passed'),
      failed: count('failed'),
      slowest: slowest ? slowest.fullName : '',
    };
  });
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ kind) =>
    outcomes.reduce((total, outcome) => total + outcome[kind], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  return { ...run, passed, failed, skipped, files: files.sort((a, b) => a.file.localeCompare(b.file)) };
}

/**
 * @param {DeepReport} report
 * @returns {string} the report as Markdown
 */
export function asMarkdown(report) {
  const { commit, changed, date, machine, files } = report;
  const rows = files.map((file) => `| ${file.file} | ${file.passed} | ${file.failed} | ${file.seconds} |`);
  return [
    '# Deep test report',
    '',
    `Written by \`npm run test:deep\` on ${date}, commit \`${commit}\`${changed ? ' with uncommitted changes' : ''}, ` +
      `Node ${machine.node} on ${machine.platform} with ${machine.cores} cores.`,
    '',
    `**${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped in ${report.seconds} s.**`,
    '',
    '| File | Passed | Failed | Seconds |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}

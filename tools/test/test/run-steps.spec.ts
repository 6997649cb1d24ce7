import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../src/jest-run.mjs';
import { runSteps, summaryOf } from '../src/run-steps.mjs';

const good = { passed: 3, failed: 0, skipped: 1, failures: [] };

describe('the steps of npm test', () => {
  it('all run, also after one that failed and one that threw', async () => {
    const lines: string[] = [];
    const results = await runSteps(
      [
        {
          name: 'first',
          run: () => Promise.resolve({ passed: 0, failed: 2, skipped: 0, failures: ['a', 'b'] }),
        },
        { name: 'second', run: () => Promise.reject(new Error('broken')) },
        { name: 'third', run: () => Promise.resolve(good) },
      ],
      (line) => lines.push(line),
    );
    const summary = summaryOf(results);
    expect(summary.split('\n').at(-1)).toBe('3 passed, 3 failed');
    expect(summary).toContain('✖ second: Error: broken');
    expect(lines.join('\n')).toContain('3/3 third');
  });

  it('end with one plain line when nothing failed', async () => {
    const results = await runSteps([{ name: 'only', run: () => Promise.resolve(good) }], () => undefined);
    expect(summaryOf(results)).toBe('\n3 passed, 0 failed');
  });
});

describe('the outcome of a jest run', () => {
  const suite = { name: 'a.spec.ts', message: 'SyntaxError', startTime: 0, endTime: 1 };
  const sums = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

  it('counts a file that does not even run as one failure', () => {
    const outcome = outcomeOf({
      ...sums,
      testResults: [{ ...suite, status: 'failed', assertionResults: [] }],
    });
    expect(outcome).toMatchObject({ passed: 4, failed: 1 });
    expect(outcome.failures).toEqual(['a.spec.ts: the file does not run\nSyntaxError']);
  });

  it('counts a failed test once', () => {
    const test = { fullName: 'adds', status: 'failed', failureMessages: ['expected 2'] };
    const outcome = outcomeOf({
      ...sums,
      numFailedTests: 1,
      testResults: [{ ...suite, status: 'failed', assertionResults: [test] }],
    });
    expect(outcome).toMatchObject({ failed: 1, failures: ['a.spec.ts: adds\nexpected 2'] });
  });
});

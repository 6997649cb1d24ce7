import { describe, expect, it } from '@jest/globals';
import { type Outcome, outcomeOf, steadied } from '../src/jest-run.mjs';
import { runSteps, summaryOf } from '../src/run-steps.mjs';
import { inTurn, together } from '../src/steps.mjs';

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

describe('steps that are put together', () => {
  const step = (name: string, came: Partial<Outcome>) => ({
    name,
    run: () => Promise.resolve({ ...good, ...came }),
  });
  const parts = [step('lint', { failed: 1, failures: ['a.ts'] }), step('browser', { unstable: ['slow'] })];

  it.each([
    ['in turn', inTurn(parts)],
    ['at the same time', together(parts)],
  ])('are counted and named as one %s', async (_, whole) => {
    expect(await whole.run(() => undefined)).toEqual({
      passed: 6,
      failed: 1,
      skipped: 2,
      failures: ['lint: a.ts'],
      unstable: ['browser: slow'],
    });
  });

  it('in turn wait for each other', async () => {
    const order: string[] = [];
    const noting = (name: string) => ({
      name,
      run: async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
        return good;
      },
    });
    await inTurn([noting('lint'), noting('types')]).run(() => undefined);
    expect(order).toEqual(['lint begins', 'lint ends', 'types begins', 'types ends']);
  });
});

describe('a file that is repeated', () => {
  const suite = (name: string, ...statuses: readonly string[]) => ({
    name,
    message: '',
    startTime: 0,
    endTime: 1,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status, at) => ({
      fullName: `test ${at}`,
      status,
      failureMessages: status === 'failed' ? ['expected 2'] : [],
    })),
  });
  const report = (...testResults: readonly ReturnType<typeof suite>[]) => {
    const count = (status: string) =>
      testResults.flatMap((each) => each.assertionResults).filter((test) => test.status === status).length;
    return {
      numPassedTests: count('passed'),
      numFailedTests: count('failed'),
      numPendingTests: count('pending'),
      numTodoTests: 0,
      testResults: [...testResults],
    };
  };
  const first = report(
    suite('a.spec.ts', 'passed', 'passed'),
    suite('b.spec.ts', 'passed', 'failed', 'pending'),
    suite('c.spec.ts', 'failed'),
  );

  it('is told as unstable when it passes then', () => {
    const again = report(suite('b.spec.ts', 'passed', 'passed', 'pending'), suite('c.spec.ts', 'passed'));
    expect(steadied(first, again)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 1,
      failures: [],
      unstable: ['b.spec.ts: test 1\nexpected 2', 'c.spec.ts: test 0\nexpected 2'],
    });
  });

  it('has failed when it fails again', () => {
    const again = report(suite('b.spec.ts', 'passed', 'passed', 'pending'), suite('c.spec.ts', 'failed'));
    expect(steadied(first, again)).toMatchObject({
      passed: 4,
      failed: 1,
      failures: ['c.spec.ts: test 0\nexpected 2'],
      unstable: ['b.spec.ts: test 1\nexpected 2'],
    });
  });

  it('shows in the summary', () => {
    const outcome = { ...good, unstable: ['b.spec.ts: test 1'] };
    const summary = summaryOf([{ name: 'units', seconds: 1, outcome }]);
    expect(summary).toContain('Unstable');
    expect(summary).toContain('! units: b.spec.ts: test 1');
    expect(summary.split('\n').at(-1)).toBe('3 passed, 0 failed');
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

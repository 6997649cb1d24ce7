/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./jest-run.mjs').Outcome} Outcome
 * @typedef {{ name: string, seconds: number, outcome: Outcome }} StepResult
 */

/**
 * Runs all steps, whatever fails, and tells how it goes.
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} print
 * @returns {Promise<StepResult[]>}
 */
export async function runSteps(steps, print) {
  const began = performance.now();
  const elapsed = () => `${Math.round((performance.now() - began) / 1000)} s`.padStart(6);
  const results = [];
  for (const [at, step] of steps.entries()) {
    const stepBegan = performance.now();
    print(`[${elapsed()}] ${at + 1}/${steps.length} ${step.name} …`);
    let done = 0;
    const beat = setInterval(
      () => print(`[${elapsed()}]     still ${step.name}${done > 0 ? `, ${done} done` : ''}`),
      20_000,
    );
    const outcome = await attempt(step, (line) => {
      if (/^(?:PASS|FAIL) |^\s*[✔✖]/u.test(line)) done += 1;
      if (/^FAIL |^\s*✖/u.test(line)) print(`[${elapsed()}]     ${line.trim()}`);
    });
    clearInterval(beat);
    const seconds = Math.round((performance.now() - stepBegan) / 100) / 10;
    const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
    print(`[${elapsed()}]     ${outcome.passed} passed, ${outcome.failed} failed${skipped} in ${seconds} s`);
    results.push({ name: step.name, seconds, outcome });
  }
  return results;
}

/**
 * @param {Step} step
 * @param {(line: string) => void} onLine
 * @returns {Promise<Outcome>}
 */
async function attempt(step, onLine) {
  try {
    return await step.run(onLine);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [text] };
  }
}

/**
 * The end of the output: failures first, and one plain line with the sums last.
 * @param {readonly StepResult[]} results
 * @returns {string}
 */
export function summaryOf(results) {
  const failures = results.flatMap(({ name, outcome }) =>
    outcome.failures.map((text) => `✖ ${name}: ${shorten(text)}`),
  );
  const unstable = results.flatMap(({ name, outcome }) =>
    (outcome.unstable ?? []).map((text) => `! ${name}: ${shorten(text)}`),
  );
  const sum = (/** @type {'passed' | 'failed'} */ which) =>
    results.reduce((total, { outcome }) => total + outcome[which], 0);
  const list =
    listed('Unstable, passed only when repeated; mend these', unstable) + listed('Failures', failures) ||
    '\n';
  return `${list}${sum('passed')} passed, ${sum('failed')} failed`;
}

/**
 * @param {string} title
 * @param {readonly string[]} texts
 */
function listed(title, texts) {
  return texts.length > 0 ? `\n${title}:\n\n${texts.join('\n\n')}\n\n` : '';
}

/** @param {string} text */
function shorten(text) {
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules/u.test(line));
  return lines.length > 60 ? [...lines.slice(0, 40), '…', ...lines.slice(-19)].join('\n') : lines.join('\n');
}

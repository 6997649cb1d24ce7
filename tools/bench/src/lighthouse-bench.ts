import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import lighthouse from 'lighthouse';
import Trace from 'lighthouse/core/gather/gatherers/trace.js';

const pages = {
  home: '/',
  search: '/tim-kiem?q=ban+sao+khai+sinh',
  procedure: '/thu-tuc/2.000908',
  tracking: '/tra-cuu',
} as const;

/**
 * While it traces the use of web features, this Chromium ends the renderer of every page that has a referrer policy, as ours
 * have. Performance does not need that trace; Lighthouse offers no setting to leave it out.
 */
function withoutTraceOfFeatures(): void {
  const wanted = Trace.getDefaultTraceCategories().filter((name) => name !== 'blink.webdx_feature_usage');
  Trace.getDefaultTraceCategories = () => wanted;
}

/** Performance of the public pages as Lighthouse sees a telephone on a slow line; the median of some runs each. */
export async function measureLighthouse(origin: string, runs: number): Promise<void> {
  withoutTraceOfFeatures();
  const profile = await mkdtemp(join(tmpdir(), 'mocua-lighthouse-'));
  const browser = spawn(
    await chromium.executablePath(),
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-sync',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  try {
    const port = await debuggingPort(profile);
    for (const [name, path] of Object.entries(pages)) {
      const seen: Exclude<Awaited<ReturnType<typeof lookAt>>, string>[] = [];
      for (let run = 0; run < runs; run += 1) {
        const look = await lookAt(origin + path, port);
        if (typeof look === 'string') console.log(`lighthouse mobile ${name}: not measured, ${look}`);
        else seen.push(look);
      }
      if (seen.length === 0) continue;
      const middle = seen.toSorted((a, b) => a.score - b.score)[Math.floor(seen.length / 2)];
      console.log(
        `lighthouse mobile ${name}: performance ${String(middle?.score)}, layout shift ${String(middle?.shift)}, ` +
          `largest paint ${String(middle?.paint)} ms, blocked ${String(middle?.blocked)} ms; goal 95 and 0` +
          (middle && middle.shifted.length > 0 ? `; shifted: ${middle.shifted.join(', ')}` : ''),
      );
    }
  } finally {
    const ended = new Promise((resolve) => browser.once('close', resolve));
    browser.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What was seen, or why nothing was. */
async function lookAt(url: string, port: number) {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance'],
  });
  const trouble = result === undefined ? 'NO_RESULT' : result.lhr.runtimeError?.code;
  if (trouble !== undefined) return trouble;
  const audits = result?.lhr.audits;
  const value = (id: string) => Math.round((audits?.[id]?.numericValue ?? Number.NaN) * 1000) / 1000;
  const shifts = audits?.['layout-shifts']?.details;
  const items = shifts?.type === 'table' ? shifts.items : [];
  return {
    shifted: items.flatMap(({ node, score }) =>
      typeof node === 'object' && 'selector' in node ? [`${String(node.selector)} (${String(score)})`] : [],
    ),
    score: Math.round((result?.lhr.categories['performance']?.score ?? Number.NaN) * 100),
    shift: value('cumulative-layout-shift'),
    paint: Math.round(value('largest-contentful-paint')),
    blocked: Math.round(value('total-blocking-time')),
  };
}

/** Chromium writes the port it chose into its profile. */
async function debuggingPort(profile: string): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the browser did not tell its port');
}

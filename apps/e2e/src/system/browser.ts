import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';
import { withFileLock } from '../../../../tools/processes/src/file-lock.mjs';

/** One headless Chromium that every test file connects to. */
export interface RunningBrowser {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/** A browser of its own with a profile on disk, as a machine in a hall has one; its first page shows nothing yet. */
export function launchWithProfile(
  executablePath: string,
  profile: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args, '--kiosk-printing'],
    headless: true,
    acceptDownloads: false,
    ...options,
  });
}

export async function startBrowser(executablePath: string): Promise<RunningBrowser> {
  const server = await chromium.launchServer({ executablePath, args, headless: true, host: '127.0.0.1' });
  return { endpoint: server.wsEndpoint(), stop: () => server.close() };
}

/**
 * The package unpacks straight into the folder for temporary files, whose name all users share and in which a killed or
 * a second start leaves half a browser. Here every user has a folder, and it appears under its name only when complete.
 * Answers the path of the program.
 */
export async function unpackChromium(): Promise<string> {
  const manifest = join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const home = join(tmpdir(), `mocua-chromium-${version}-${userInfo().username}`);
  await withFileLock(`${home}.lock`, async () => {
    if (existsSync(home)) return;
    const draft = `${home}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = draft;
    try {
      await chromiumPackage.executablePath();
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    renameSync(draft, home);
  });
  return join(home, 'chromium');
}

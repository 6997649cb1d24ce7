import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';
import type { State } from './states';

const sizes = {
  portal: [
    [360, 740],
    [1366, 768],
  ],
  workspace: [
    [360, 740],
    [1366, 768],
  ],
  kiosk: [
    [1080, 1920],
    [1920, 1080],
  ],
} as const;

/**
 * Writes what is on the screen into docs/screenshots when MOCUA_SCREENSHOTS=1; unusual states in the first size only. Answers
 * whether it did; the window then has another size.
 */
export async function writeScreenshots(
  page: Page,
  app: keyof typeof sizes,
  screen: string,
  state: State,
): Promise<boolean> {
  if (process.env['MOCUA_SCREENSHOTS'] !== '1') return false;
  const folder = join(ROOT, 'docs/screenshots', app);
  await mkdir(folder, { recursive: true });
  for (const [width, height] of state === 'usual' ? sizes[app] : sizes[app].slice(0, 1)) {
    await page.setViewportSize({ width, height });
    const size = app === 'kiosk' ? `${width}x${height}` : String(width);
    await page.screenshot({
      path: join(folder, `${screen}${state === 'usual' ? '' : `-${state}`}-${size}.jpg`),
      type: 'jpeg',
      quality: 50,
      fullPage: app !== 'kiosk',
      animations: 'disabled',
    });
  }
  return true;
}

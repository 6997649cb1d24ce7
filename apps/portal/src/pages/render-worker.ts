import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { PageAssets, PageModel } from '@mocua/contract';
import { renderPage } from '@mocua/web/public';

/** What the API asks this thread for, and what it answers; one page after another. */
interface Wish {
  readonly id: number;
  readonly model: PageModel;
}

const assets = workerData as PageAssets;

/** `'sha256-…'` of an inline style, as the content policy wants it. */
function styleHash(style: string): string {
  return style === '' ? '' : `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

if (parentPort === null) throw new Error('render-worker runs as a thread of the API');
const port = parentPort;
let last: Promise<void> = Promise.resolve();

port.on('message', ({ id, model }: Wish) => {
  last = last.then(async () => {
    try {
      const { html, style } = await renderPage(model, assets);
      port.postMessage({ id, html, styleHash: styleHash(style) });
    } catch (error) {
      port.postMessage({
        id,
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
});

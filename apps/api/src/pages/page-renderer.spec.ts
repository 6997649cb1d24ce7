import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PageModel } from '@mocua/contract';
import { createLogger } from '@mocua/server/kernel';
import { PageRenderer } from './page-renderer';

/** A thread that does what the path of the page says. */
const program = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, model }) => {
  const { path } = model.frame;
  if (path === '/hang') for (;;);
  if (path === '/die') process.exit(1);
  if (path === '/memory') { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); }
  if (path === '/fail') parentPort.postMessage({ id, failure: 'secret of the template' });
  else parentPort.postMessage({ id, html: path + ' ' + Object.keys(process.env).length, styleHash: '' });
});`;

const page = (path: string) => ({ frame: { path }, content: { kind: 'home' } }) as unknown as PageModel;
let folder: string;
let renderer: PageRenderer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mocua-render-'));
  await writeFile(join(folder, 'thread.mjs'), program);
  const assets = { stylesheet: '', script: '', fonts: [] };
  renderer = new PageRenderer(join(folder, 'thread.mjs'), assets, createLogger('test', 'silent'), 1_500);
});
afterAll(async () => {
  await renderer.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the thread that renders pages', () => {
  it('answers each page its own document, and knows no setting of the process', async () => {
    const pages = await Promise.all(['/a', '/b'].map((path) => renderer.render(page(path))));
    expect(pages.map(({ html }) => html)).toEqual(['/a 0', '/b 0']);
  });

  it.each(['/hang', '/die', '/memory'])('is replaced after %s, and whoever waited is told', async (path) => {
    await expect(renderer.render(page(path))).rejects.toMatchObject({ code: 'system.unavailable' });
    expect((await renderer.render(page('/next'))).html).toBe('/next 0');
  });

  it('tells a fault of a page and goes on', async () => {
    await expect(renderer.render(page('/fail'))).rejects.toThrow('could not be rendered');
    expect((await renderer.render(page('/next'))).html).toBe('/next 0');
  });

  it('turns away whoever comes when too many wait', async () => {
    const waiting = Array.from({ length: 230 }, () => renderer.render(page('/many')));
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
  });
});

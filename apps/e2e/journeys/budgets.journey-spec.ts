import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../../tools/bootstrap/src/pinned-node.mjs';
import { Citizen } from '../src/people/citizen';
import { openBrowser } from '../src/people/visitor';
import { Wire } from '../src/people/wire';

const folders = ['dist/apps/portal/browser', 'dist/apps/portal-pages/browser'];
let browser: Browser;
let citizen: Citizen;

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await Citizen.arrive(browser);
});
afterAll(() => browser.close());

/** Brotli bytes of the built files of a kind that a page loads until nothing more comes. */
async function bytesOf(page: Page, kind: 'script' | 'stylesheet', open: () => Promise<unknown>) {
  const paths = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === kind) paths.add(new URL(request.url()).pathname);
  });
  await open();
  await citizen.visitor.settled();
  return [...paths].reduce((sum, path) => {
    const file = folders.map((folder) => join(ROOT, folder, path)).find((each) => existsSync(each));
    if (file === undefined) throw new Error(`${path} is no built file`);
    return sum + brotliCompressSync(readFileSync(file)).length;
  }, 0);
}

describe('what a telephone has to load', () => {
  it('is at most 20 kB of script for a public page, the search included', async () => {
    const { page } = citizen;
    const bytes = await bytesOf(page, 'script', async () => {
      await page.goto('/');
      await page.getByRole('combobox').fill('khai sinh');
      await page.getByRole('option').first().waitFor();
    });
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(20_000);
  });

  it('is at most 130 kB of script and 20 kB of styles for a page of a form', async () => {
    const { page } = citizen;
    await page.goto('/dang-nhap');
    await citizen.logIn('Đỗ Thanh Vân');
    const draft = await (await Wire.of(citizen.visitor.context, 'citizen')).draft();
    const fresh = await citizen.visitor.context.newPage();
    const open = async () => {
      await fresh.goto(`/ban-nhap/${draft.draftId}/original`);
      await fresh.getByRole('button', { name: 'Tiếp tục' }).waitFor();
    };
    expect(await bytesOf(fresh, 'script', open)).toBeLessThanOrEqual(130_000);
    expect(await bytesOf(fresh, 'stylesheet', () => fresh.reload())).toBeLessThanOrEqual(20_000);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../../tools/bootstrap/src/pinned-node.mjs';
import { registerKiosk } from '../src/people/administrator';
import { Kiosk } from '../src/people/kiosk';
import { openBrowser } from '../src/people/visitor';

interface Package {
  readonly code: string;
  readonly name: string;
  /** Title of the first page of its form. */
  readonly page: string;
  /** Where it is filed, when that is not here. */
  readonly elsewhere: string | null;
}

const packages = readdirSync(join(ROOT, 'procedures'))
  .filter((folder) => folder !== 'records')
  .map((folder) => packageIn(join(ROOT, 'procedures', folder, 'v1')));

function packageIn(folder: string): Package {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  const entry = read('procedure.json') as {
    code: string;
    name: { vi: string };
    guidance?: { link: { url: string } };
  };
  const { pages } = read('form.json') as { pages: readonly { title: { vi: string } }[] };
  return {
    code: entry.code,
    name: entry.name.vi,
    page: pages[0]?.title.vi ?? '',
    elsewhere: entry.guidance?.link.url ?? null,
  };
}

let browser: Browser;
let kiosk: Kiosk;
let signedIn = false;

beforeAll(async () => {
  browser = await openBrowser();
  kiosk = await Kiosk.arrive(browser);
  await kiosk.activate(await registerKiosk(browser, 'Máy thử thủ tục'));
  await kiosk.press('Làm thủ tục');
});
afterAll(() => browser.close());

/** From the search to the page of a procedure. */
async function open({ name, code }: Package): Promise<void> {
  await kiosk.heading('Ông/bà muốn làm thủ tục gì?');
  await kiosk.page.getByRole('searchbox').fill(code);
  // the name of the button goes on with how long it takes
  const hit = kiosk.page.getByRole('main').getByRole('listitem').filter({ hasText: name });
  await hit.getByRole('button').first().click();
  await kiosk.heading(name);
}

describe('somebody who signed in once', () => {
  it.each(packages.map((each) => [each.code, each] as const))(
    'gets to the first page of %s, or is told where it is filed, and back to the search',
    async (_, wanted) => {
      const { page } = kiosk;
      await open(wanted);
      if (wanted.elsewhere === null) {
        await kiosk.press('Nộp hồ sơ tại máy');
        if (!signedIn) await kiosk.signInByCard('quan', 'Nộp hồ sơ');
        signedIn = true;
        // a person who keeps a shop and a company may file for each of them
        const forWhom = page.getByRole('group', { name: 'Ông/bà làm cho ai?' });
        const first = page.getByRole('heading', { level: 1, name: wanted.page });
        await forWhom.or(first).first().waitFor();
        if (await forWhom.isVisible()) await kiosk.press('Tiếp tục');
        await first.waitFor();
        await page.getByText(/– bước 1 trên \d/u).waitFor();
        await kiosk.press('Quay lại');
        await kiosk.heading(wanted.name);
      } else {
        await page.getByText(wanted.elsewhere).waitFor();
        expect(await page.getByRole('button', { name: 'Nộp hồ sơ tại máy' }).count()).toBe(0);
        await page.getByRole('button', { name: 'Gọi cán bộ giúp tôi' }).waitFor();
      }
      await kiosk.press('Tìm thủ tục khác');
      expect(kiosk.visitor.takeComplaints()).toEqual([]);
    },
  );
});

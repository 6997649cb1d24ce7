import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { DossierId } from '@mocua/contract';
import { Citizen } from '../src/people/citizen';
import { Officer } from '../src/people/officer';
import { openBrowser, origin } from '../src/people/visitor';
import { Wire } from '../src/people/wire';
import { EnglishRule, type Json } from '../src/screens/english';
import { routeTables } from '../src/screens/route-tables';

interface Paths {
  readonly draft: string;
  readonly filed: DossierId;
  readonly asked: DossierId;
}

/** Routes with a parameter, and those that are looked at in more than one way or, with a reason, in none. */
const screens: Readonly<Record<string, (paths: Paths) => readonly string[]>> = {
  '**': () => ['/khong-co-trang-nay'],
  'tim-kiem': () => ['/tim-kiem?q=khai%20sinh', '/tim-kiem?q=xyzxyz'],
  'thu-tuc/:code': () => ['/thu-tuc/2.000908', '/thu-tuc/1.001193', '/thu-tuc/3.000722', '/thu-tuc/9.999999'],
  // the contents of an item are written by officers, in Vietnamese first
  'thong-bao/:slug': () => [],
  'huong-dan/:slug': () => [],
  // for the people who build the portal
  'thu-vien-giao-dien': () => [],
  'nop-ho-so/:code': () => ['/nop-ho-so/2.000908'],
  'nop-nhieu/:code': () => ['/nop-nhieu/1.011441'],
  'ban-nhap/:draftId': () => [],
  'ban-nhap/:draftId/:page': ({ draft }) =>
    ['applicant', 'original', 'return'].map((page) => `/ban-nhap/${draft}/${page}`),
  'ho-so/:dossierId': ({ filed, asked }) => [`/ho-so/${filed}`, `/ho-so/${asked}`],
  'ho-so/:dossierId/bo-sung': ({ asked }) => [`/ho-so/${asked}/bo-sung`],
};

/** Any other route is looked at as it is, in the draft or the dossier that was filed. */
function pathsOf(route: string): readonly string[] {
  const wanted = screens[route];
  if (wanted !== undefined) return wanted(paths);
  const path = `/${route.replace(':draftId', paths.draft).replace(':dossierId', paths.filed)}`;
  if (path.includes(':')) throw new Error(`this test does not know what to put into ${route}`);
  return [path];
}
/** What the server renders is made of these; the browser never sees them. */
const told = [
  '/public/province',
  '/public/procedures?q=khai%20sinh',
  '/public/procedures?limit=6',
  ...['2.000908', '1.001193', '3.000722'].map((code) => `/public/procedures/${code}`),
];

let browser: Browser;
let citizen: Citizen;
let paths: Paths;
const rule = EnglishRule.ofOurTexts();

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await Citizen.arrive(browser, { viewport: { width: 1280, height: 900 } });
  await citizen.page.goto('/dang-nhap');
  await citizen.logIn('Đỗ Thanh Vân');
  const mine = await Wire.of(citizen.visitor.context, 'citizen');
  const { draftId } = await mine.draft();
  const [filed, asked] = [await mine.file(), await mine.file()];
  const oneStop = await Officer.arrive(browser);
  await oneStop.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
  const counter = await Wire.of(oneStop.visitor.context, 'officer', 'one-stop-officer');
  await counter.act(asked.dossierId, 'supplement-requests', {
    reason: 'Ảnh mờ, không đọc được số.',
    items: [{ kind: 'field', ref: 'paperNumber', instruction: 'Ghi số của giấy khai sinh.' }],
  });
  await oneStop.visitor.leave();
  paths = { draft: draftId, filed: filed.dossierId, asked: asked.dossierId };
  for (const path of told) rule.hear(await mine.get(path));
  await citizen.visitor.context.addCookies([
    { name: 'mocua_display', value: 'size=100&contrast=normal&lang=en', url: origin() },
  ]);
  citizen.page.on('response', (response) => {
    if (!response.url().includes('/api/v1/')) return;
    response.json().then(
      (answer: Json) => rule.hear(answer),
      () => undefined, // a file, or an answer without a body
    );
  });
});
afterAll(() => browser.close());

describe('whoever reads English', () => {
  it.each([...routeTables().portal])('finds no Vietnamese left over at /%s', async (route) => {
    const { page, visitor } = citizen;
    const found: string[] = [];
    for (const path of pathsOf(route)) {
      await page.goto(path);
      await page.locator('html[lang=en] h1').first().waitFor();
      await visitor.settled();
      found.push(...(await rule.leftOvers(page)).map((each) => `${path}: ${each}`));
    }
    expect(found).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeep } from '@mocua/testing';
import type { Browser } from 'playwright-core';
import { type FilingPackage, filingPackages } from '../src/packages/filing-package';
import { registerKiosk } from '../src/people/administrator';
import { FormFiller } from '../src/people/form-filler';
import { Kiosk } from '../src/people/kiosk';
import { ScreenKeys } from '../src/people/screen-keys';
import { openBrowser } from '../src/people/visitor';

/** Those of every `npm test`; all twelve: `npm run test:deep`. */
const always = ['DEMO-01', '3.000722'];
const packages = filingPackages().filter(({ code }) => isDeep() || always.includes(code));
const [here, elsewhere] = [
  packages.filter(({ guidance }) => guidance === null),
  packages.filter(({ guidance }) => guidance !== null),
];

let browser: Browser;
let kiosk: Kiosk;
let finger: ScreenKeys;
let filler: FormFiller;

beforeAll(async () => {
  browser = await openBrowser();
  kiosk = await Kiosk.arrive(browser);
  finger = new ScreenKeys(kiosk.page);
  filler = new FormFiller(kiosk.page, finger);
  await kiosk.activate(await registerKiosk(browser, 'Máy thử nộp hồ sơ'));
});
afterAll(() => browser.close());

/** From the first screen to the page of a procedure, whose code the person types. */
async function find({ code, name }: FilingPackage): Promise<void> {
  const { page } = kiosk;
  await page.goto('/kiosk/'); // whatever became of the person before
  await finger.touch(page.getByRole('button', { name: /^Làm thủ tục/u }));
  await finger.write(page.getByRole('searchbox'), code);
  const hit = page.getByRole('main').getByRole('listitem').filter({ hasText: name });
  await finger.touch(hit.getByRole('button').first());
  await kiosk.heading(name);
}

async function begin(wanted: FilingPackage): Promise<void> {
  const { page } = kiosk;
  await finger.touch(page.getByRole('button', { name: 'Nộp hồ sơ tại máy' }));
  const first = wanted.form.pages[0]?.title.vi ?? '';
  // for whom is asked only of somebody who may act for others
  const next = new RegExp(`^(?:Nộp hồ sơ|${escaped(first)})$`, 'u');
  await kiosk.signInByCard(wanted.byOrganisation ? 'quan' : 'lam', next);
  const forWhom = page.getByRole('group', { name: 'Ông/bà làm cho ai?' });
  await forWhom
    .or(page.getByRole('heading', { level: 1, name: first, exact: true }))
    .first()
    .waitFor();
  if (await forWhom.isVisible()) {
    await finger.touch(forWhom.getByRole('radio', { name: /^Công ty TNHH/u }));
    await finger.touch(page.getByRole('button', { name: 'Tiếp tục' }));
    await kiosk.heading(first);
  }
  await kiosk.visitor.settled(); // what registers know is put in when the page is there
  if (wanted.form.registers)
    expect(await page.getByText(/^Lấy từ Cơ sở dữ liệu quốc gia về/u).count()).toBeGreaterThan(0);
}

describe('somebody at a kiosk, who touches what it shows', () => {
  it.each(here.map((each) => [each.code, each] as const))(
    'files %s, prints the receipt, and finds it again',
    async (_, wanted) => {
      const { page } = kiosk;
      await find(wanted);
      await begin(wanted);
      await filler.fill(wanted.form, wanted.answers);
      if ((await filler.arriveAt('Giấy tờ kèm theo', 'Xem lại trước khi nộp')) === 'Giấy tờ kèm theo') {
        for (const paper of wanted.papers) await kiosk.scan(new RegExp(`^${escaped(paper)}$`, 'u'));
        await finger.touch(page.getByRole('button', { name: 'Tiếp tục', exact: true }));
      } else expect(wanted.papers).toEqual([]);
      await filler.arriveAt('Xem lại trước khi nộp');
      await kiosk.visitor.settled();
      await finger.touch(page.getByRole('main').getByRole('button', { name: 'Nộp hồ sơ', exact: true }));
      await kiosk.heading('Đã nộp hồ sơ');
      const receipt = await kiosk.readReceipt();
      const paper = await kiosk.print();
      expect(
        [receipt.transactionCode, receipt.pin, wanted.name].filter((each) => !paper.includes(each)),
      ).toEqual([]);
      await kiosk.end();

      const found = await kiosk.lookUp(receipt);
      expect(found).toContain(wanted.name);
      expect(found).toContain('Hồ sơ đã nộp, đang chờ tiếp nhận');
      const copy = await kiosk.print();
      expect([receipt.transactionCode, wanted.name].filter((each) => !copy.includes(each))).toEqual([]);
      expect(copy).not.toContain(receipt.pin);
      await kiosk.end();
      expect(kiosk.visitor.takeComplaints()).toEqual([]);
    },
  );

  it.each(elsewhere.map((each) => [each.code, each] as const))(
    'is told where %s is filed, and an officer comes to help',
    async (_, wanted) => {
      const { page } = kiosk;
      await find(wanted);
      for (const step of wanted.guidance?.steps ?? [])
        await page.getByRole('listitem').filter({ hasText: step.vi }).waitFor();
      await page.getByText(wanted.guidance?.link.url ?? '').waitFor();
      expect(await page.getByRole('button', { name: 'Nộp hồ sơ tại máy' }).count()).toBe(0);
      await finger.touch(page.getByRole('button', { name: 'Gọi cán bộ giúp tôi' }));
      await page.getByText('Xin chờ tại đây').waitFor();
      await finger.touch(page.getByRole('button', { name: 'Không cần nữa' }));
      await kiosk.heading(wanted.name);
      await kiosk.end();
      expect(kiosk.visitor.takeComplaints()).toEqual([]);
    },
  );
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

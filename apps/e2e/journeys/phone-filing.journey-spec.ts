import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeep } from '@mocua/testing';
import type { Browser, Locator } from 'playwright-core';
import { type FilingPackage, filingPackages } from '../src/packages/filing-package';
import { Citizen } from '../src/people/citizen';
import { FormFiller, type Hand } from '../src/people/form-filler';
import { photo } from '../src/people/papers';
import { fontsHaveCome } from '../src/people/screen-keys';
import { openBrowser } from '../src/people/visitor';

/** Those of every `npm test`: each has something that no other journey on a phone has. All twelve: `npm run test:deep`. */
const always = ['2.000815', '1.012812', '3.000722'];
const packages = filingPackages().filter(({ code }) => isDeep() || always.includes(code));
const [here, elsewhere] = [
  packages.filter(({ guidance }) => guidance === null),
  packages.filter(({ guidance }) => guidance !== null),
];

let browser: Browser;
const people = new Map<string, Promise<Citizen>>();

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The person who files it, signed in on their phone. */
function applicantOf({ byOrganisation }: FilingPackage): Promise<Citizen> {
  const name = byOrganisation ? 'Phạm Minh Quân' : 'Trần Văn Lâm';
  const known = people.get(name) ?? arrived(name);
  people.set(name, known);
  return known;
}

async function arrived(name: string): Promise<Citizen> {
  const citizen = await Citizen.arrive(browser);
  await citizen.page.goto('/dang-nhap');
  await citizen.logIn(name);
  return citizen;
}

/** A thumb on the glass of a phone, whose own keyboard writes. */
const thumb: Hand = {
  write: (box: Locator, text: string) => box.fill(text),
  touch: async (control: Locator) => {
    await control.waitFor();
    await fontsHaveCome(control.page());
    await control.tap();
  },
};

describe('somebody with a phone', () => {
  it.each(here.map((each) => [each.code, each] as const))(
    'files %s and sees it among theirs',
    async (_, wanted) => {
      const citizen = await applicantOf(wanted);
      const { page } = citizen;
      const filler = new FormFiller(page, thumb);
      const first = wanted.form.pages[0]?.title.vi ?? '';

      await page.goto(`/thu-tuc/${wanted.code}`);
      await citizen.heading(wanted.name);
      await page.getByRole('main').getByRole('link', { name: 'Nộp hồ sơ' }).first().tap();
      await page.waitForURL(/\/(?:nop-ho-so|ban-nhap)\//u);
      const forWhom = page.getByRole('group', { name: /^Bạn nộp hồ sơ cho ai/u });
      // A journey at the kiosk may have begun one: it goes on where it is, as the page offers first.
      const kept = page.getByRole('radio', { name: /^Làm tiếp bản nháp/u }).first();
      await forWhom
        .or(kept)
        .or(page.getByRole('heading', { level: 1, name: first, exact: true }))
        .first()
        .waitFor();
      const asks = (await forWhom.isVisible()) || (await kept.isVisible());
      if (await forWhom.isVisible()) await forWhom.getByRole('radio', { name: /^Công ty TNHH/u }).tap();
      if (asks) await page.getByRole('button', { name: 'Tiếp tục' }).tap();

      await filler.fill(wanted.form, wanted.answers);
      if ((await filler.arriveAt('Giấy tờ kèm theo', 'Kiểm tra rồi nộp')) === 'Giấy tờ kèm theo') {
        for (const paper of wanted.papers) await citizen.upload(new RegExp(`^${escaped(paper)}`, 'u'), photo);
        await page.getByRole('button', { name: 'Tiếp tục' }).tap();
      } else expect(wanted.papers).toEqual([]);
      await filler.arriveAt('Kiểm tra rồi nộp');
      await citizen.visitor.settled(); // the fees are asked for when the page is there
      await page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).tap();
      await citizen.heading('Đã nộp hồ sơ');
      const { transactionCode, pin } = await citizen.readTracking();
      expect(pin).toMatch(/^[0-9A-Z]{4,}$/u);

      await page.getByRole('link', { name: 'Hồ sơ của tôi' }).first().tap();
      const card = page.getByRole('article').filter({ hasText: transactionCode });
      await card.getByText(wanted.name).waitFor();
      expect(citizen.visitor.takeComplaints()).toEqual([]);
    },
  );

  it.each(elsewhere.map((each) => [each.code, each] as const))(
    'is led to where %s is filed, and told who helps',
    async (code, { name, guidance }) => {
      const { visitor, page } = await Citizen.arrive(browser);
      await page.goto(`/thu-tuc/${code}`);
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      const main = page.getByRole('main');
      expect(await main.getByRole('link', { name: 'Nộp hồ sơ' }).count()).toBe(0);
      const link = main.getByRole('link', { name: guidance?.link.label.vi ?? '' });
      expect(await link.getAttribute('href')).toBe(guidance?.link.url);
      for (const said of [...(guidance?.steps ?? []), ...(guidance?.help ?? [])])
        await main.getByRole('listitem').filter({ hasText: said.vi }).waitFor();
      for (const leg of guidance?.legs ?? [])
        await main.getByRole('listitem').filter({ hasText: leg.name.vi }).first().waitFor();
      expect(visitor.takeComplaints()).toEqual([]);
      await visitor.leave();
    },
  );
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

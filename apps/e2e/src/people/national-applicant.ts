import type { Browser, Page } from 'playwright-core';
import { outside, Visitor } from './visitor';

/** What somebody says on the national portal who wants a copy from a register. */
export interface HandFiling {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly paperKind: string;
  readonly agency: string;
  readonly copies: string;
}

/** Somebody who files procedure 2.000908 on the national portal, not with us. */
export class NationalApplicant {
  private constructor(readonly visitor: Visitor) {}

  static async arrive(browser: Browser): Promise<NationalApplicant> {
    return new NationalApplicant(
      await Visitor.arrive(browser, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      }),
    );
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** Files by hand, and waits until the province has said that it has it. Answers the code of the national portal. */
  async file(filing: HandFiling): Promise<string> {
    const { page } = this;
    await page.goto(`${outside()}/dvcqg`);
    await page
      .getByRole('link', { name: /^Nộp hồ sơ/u })
      .first()
      .click();
    await page.getByLabel('Người nộp', { exact: true }).selectOption({ label: filing.name });
    await page.getByLabel('Số điện thoại').fill(filing.phone);
    await page.getByLabel('Nơi ở hiện nay').fill(filing.address);
    await page.getByLabel('Loại giấy tờ cần sao').selectOption({ label: filing.paperKind });
    await page.getByLabel('Nơi đang giữ sổ gốc').selectOption({ label: filing.agency });
    await page.getByLabel('Số bản sao').fill(filing.copies);
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.getByRole('heading', { level: 1, name: /^Hồ sơ G22\./u }).waitFor();
    const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    // the page does not refresh itself; whoever waits loads it anew
    for (let look = 0; look < 40; look += 1) {
      if (await page.getByRole('cell', { name: /^0 / }).isVisible()) return code;
      await page.waitForTimeout(250);
      await page.reload();
    }
    throw new Error(`the province did not take ${code}: ${await page.getByRole('main').innerText()}`);
  }
}

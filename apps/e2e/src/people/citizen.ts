import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { waitForHeading } from './heading';
import { type Paper, photo, scannedPage } from './papers';
import { origin, Visitor } from './visitor';

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** What a filed dossier is tracked with. */
export interface Tracking {
  readonly transactionCode: string;
  readonly pin: string;
}

/** Somebody with a phone. */
export class Citizen {
  private constructor(readonly visitor: Visitor) {}

  static async arrive(browser: Browser, options: BrowserContextOptions = phone): Promise<Citizen> {
    return new Citizen(await Visitor.arrive(browser, options));
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** From the page that asks for it, through the pages of the e-identity, back to where the person was going. */
  async logIn(name: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
    await this.page.getByRole('button', { name }).click();
    await this.page.waitForURL((url) => url.origin === origin() && !url.pathname.startsWith('/dang-nhap'));
  }

  async openProcedureBySearch(words: string, name: RegExp): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('combobox', { name: 'Bạn cần làm thủ tục gì?' }).fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL(/\/tim-kiem/u);
    await this.page.getByRole('main').getByRole('link', { name }).first().click();
    await this.heading(name);
  }

  async continue(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tiếp tục' }).click();
  }

  async heading(name: string | RegExp): Promise<void> {
    await waitForHeading(this.page, name);
  }

  /** Chooses a file for the paper of this name. */
  async upload(component: string | RegExp, paper: Paper): Promise<void> {
    const group = this.page.getByRole('group', { name: component });
    await group.getByLabel('Chọn tệp').setInputFiles(paper);
    await group.getByRole('button', { name: `Xóa ${paper.name}` }).waitFor();
  }

  /** The pages of procedure 2.000908, filled in for somebody else's birth certificate; ends before the papers. */
  async fillForm(subject: string): Promise<void> {
    const { page } = this;
    await this.heading('Người yêu cầu');
    await this.continue();
    await this.heading('Giấy tờ cần sao');
    await page.getByRole('radio', { name: 'Người đại diện hoặc người giám hộ' }).check();
    await page.getByRole('textbox', { name: 'Họ và tên người được cấp bản chính' }).fill(subject);
    await page.getByRole('radio', { name: 'Giấy khai sinh' }).check();
    await page.getByRole('radio', { name: /^UBND xã Đồng Sen/u }).check();
    await page.getByRole('textbox', { name: 'Số bản sao cần cấp' }).fill('2');
    await this.continue();
    await this.heading('Nhận kết quả');
    await page.getByRole('radio', { name: /^Bản điện tử/u }).check();
    await page.getByRole('checkbox', { name: /^Tôi cam đoan/u }).check();
    await this.continue();
    await this.heading('Giấy tờ kèm theo');
  }

  /** Files what {@link fillForm} filled in, with both papers. */
  async attachAndSubmit(): Promise<Tracking> {
    await this.upload(/^Bản chụp giấy tờ tùy thân/u, photo);
    await this.upload(/^Giấy tờ chứng minh quan hệ/u, scannedPage);
    await this.continue();
    await this.heading('Kiểm tra rồi nộp');
    await this.page.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick();
    await this.heading('Đã nộp hồ sơ');
    return this.readTracking();
  }

  /** A draft from another day, of this procedure, is left alone when there is one; what is asked first stands below. */
  async beginAnewBefore(first: Locator): Promise<void> {
    const anew = this.page.getByRole('radio', { name: 'Bắt đầu tờ khai mới' });
    await anew.or(first).first().waitFor();
    if (await anew.isVisible()) await anew.check();
  }

  /** How many drafts and dossiers the person has, or of them those that say these words; looked up on a page of its own. */
  async countMine(words = ''): Promise<number> {
    const page = await this.page.context().newPage();
    await page.goto('/ho-so', { waitUntil: 'networkidle' });
    const more = page.getByRole('button', { name: 'Xem thêm' });
    while (await more.isVisible()) {
      const shown = await page.getByRole('article').count();
      await more.click();
      await page.getByRole('article').nth(shown).waitFor();
    }
    const count = await page.getByRole('article').filter({ hasText: words }).count();
    await page.close();
    return count;
  }

  /** From the receipt of a filing with a fee: to the page of the platform, and back when the money is there. */
  async payFee(): Promise<void> {
    await this.page.getByRole('link', { name: 'Nộp tiền' }).click();
    await this.heading('Bạn cần nộp');
    await this.page.getByRole('button', { name: 'Nộp tiền' }).click();
    await this.page.getByRole('button', { name: 'Thanh toán' }).click();
    await this.page.waitForURL((url) => url.origin === origin() && url.pathname.endsWith('/nop-tien'));
    await this.heading(/^Đã nhận [\d.]+ đồng/u);
  }

  /** Opens one of the person's own dossiers. */
  async openDossier(code: string): Promise<void> {
    await this.page.goto('/ho-so');
    const card = this.page.getByRole('article').filter({ hasText: code });
    await card.getByRole('link').click();
    await this.page.getByText(code).first().waitFor();
    await this.page.getByRole('heading', { name: 'Diễn biến' }).waitFor();
  }

  /** Presses a button that saves a file. Answers its bytes. */
  async download(button: string | RegExp): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: button }).first().click(),
    ]);
    return Buffer.concat(await Array.fromAsync(await download.createReadStream()));
  }

  async readTracking(): Promise<Tracking> {
    const value = (term: string) =>
      this.page
        .getByRole('main')
        .locator('dl > div', { has: this.page.getByText(term, { exact: true }) })
        .getByRole('definition')
        .innerText();
    return { transactionCode: (await value('Mã giao dịch')).trim(), pin: (await value('Mã PIN')).trim() };
  }
}

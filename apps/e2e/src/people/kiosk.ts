import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Citizen, Tracking } from './citizen';
import { waitForHeading } from './heading';
import { outside, Visitor } from './visitor';

const portrait: BrowserContextOptions = { viewport: { width: 1080, height: 1920 }, hasTouch: true };
const greeting = { name: 'Xin chào! Ông/bà cần gì?' };

/** The machine in the hall of a one-stop centre, worked by touching its screen. */
export class Kiosk {
  private constructor(readonly visitor: Visitor) {}

  static async arrive(browser: Browser, options: BrowserContextOptions = portrait): Promise<Kiosk> {
    return new Kiosk(await Visitor.arrive(browser, options));
  }

  /** A machine whose browser keeps a profile. */
  static async inside(context: BrowserContext): Promise<Kiosk> {
    return new Kiosk(await Visitor.inside(context));
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** Types on the keys of the screen. */
  async touch(text: string): Promise<void> {
    const keys = this.page.getByRole('group', { name: 'Bàn phím', exact: true });
    const names: Readonly<Record<string, string>> = { '-': 'gạch ngang', '.': 'dấu chấm' };
    for (const key of text) await keys.getByRole('button', { name: names[key] ?? key, exact: true }).click();
  }

  /** Types on the full keyboard of the screen, by the method that is set on it. */
  async type(keys: string): Promise<void> {
    const keyboard = this.page.getByRole('group', { name: 'Bàn phím màn hình' });
    const names: Readonly<Record<string, string>> = {
      ' ': 'Cách',
      '@': 'a còng',
      '.': 'dấu chấm',
      '-': 'gạch ngang',
    };
    for (const key of keys) {
      const capital = key !== key.toLowerCase();
      if (capital) await keyboard.getByRole('button', { name: 'Chữ hoa' }).click();
      await keyboard.getByRole('button', { name: names[key] ?? key, exact: true }).click();
    }
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  async heading(name: string | RegExp): Promise<void> {
    await waitForHeading(this.page, name);
  }

  async activate(code: string): Promise<void> {
    await this.page.goto('/kiosk/');
    await this.page.getByRole('heading', { name: 'Kích hoạt máy' }).waitFor();
    await this.touch(code);
    await this.page.getByRole('button', { name: 'Kích hoạt' }).click();
    await this.page.getByRole('heading', greeting).waitFor();
  }

  /** Ends the visit and waits until the machine is clean again. */
  end(): Promise<void> {
    return this.#leave(this.page.getByRole('contentinfo').getByRole('button', { name: 'Kết thúc' }));
  }

  /** The same, from a screen that has nothing more to say. */
  done(): Promise<void> {
    return this.#leave(this.page.getByRole('button', { name: 'Xong, xóa màn hình' }));
  }

  /** The first screen stands before the document is loaded anew; a touch in between would be lost with it. */
  async #leave(button: Locator): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await button.click();
    await loaded;
    await this.page.getByRole('heading', greeting).waitFor();
  }

  /** From the home screen to the page of a procedure found by what somebody types. */
  async openProcedure(words: string, name: RegExp): Promise<void> {
    await this.press('Làm thủ tục');
    await this.page.getByRole('searchbox').fill(words);
    await this.page.getByRole('main').getByRole('button', { name }).first().click();
    await this.heading(name);
  }

  /** Puts a card of a person of the demo province on the reader, and waits until the machine has let its holder in. */
  async signInByCard(person: string, next: string | RegExp): Promise<void> {
    await this.press('Dùng thẻ căn cước');
    await this.#play('card-reader', { card: person, holder: 'matched' });
    await this.heading(next);
  }

  /** Shows its code to somebody's phone; the person confirms there. */
  async signInByPhone(citizen: Citizen, name: string, next: string | RegExp): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.url().endsWith('/kiosk/phone-sign-ins'));
    await this.press('Dùng điện thoại có VNeID');
    const { url, matchNumber } = (await (await answer).json()) as { url: string; matchNumber: string };
    const { page } = citizen;
    await page.goto(url);
    await page.getByRole('button', { name: 'Đăng nhập bằng VNeID' }).click();
    await page.getByRole('button', { name }).click();
    await page.getByText(matchNumber, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Đồng ý đăng nhập' }).click();
    await page.getByText('Đã đồng ý').waitFor();
    await this.heading(next);
  }

  /** Puts a paper on the glass and scans it for the component of this name. */
  async scan(component: RegExp, paper = 'the-can-cuoc'): Promise<void> {
    await this.#play('scanner', { paper });
    const section = this.page.getByRole('region', { name: component });
    await section.getByRole('button', { name: /^Quét giấy này/u }).click();
    await section.getByText('Đã quét, trang').first().waitFor();
  }

  /** What the person takes along from the screen that says the dossier is filed. */
  async readReceipt(): Promise<Tracking> {
    const value = async (term: string) => {
      const line = this.page
        .getByRole('main')
        .locator('dl > div', { has: this.page.getByText(term, { exact: true }) });
      return (await line.getByRole('definition').innerText()).trim();
    };
    return { transactionCode: await value('Mã giao dịch'), pin: await value('Số PIN') };
  }

  /** Prints what the screen offers on paper, and takes the paper. Answers what stands on it. */
  async print(): Promise<string> {
    const paper = this.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const print = window.print.bind(window);
          window.print = () => {
            resolve(document.querySelector('.slip')?.textContent ?? '');
            window.print = print;
            print();
          };
        }),
    );
    await this.press('In ra giấy');
    await this.press('Đã có giấy');
    await this.page.getByText('Hãy giữ giấy này.').waitFor();
    return paper;
  }

  /** Looks a dossier up by code and PIN. Answers all that is shown of it. */
  async lookUp({ transactionCode, pin }: Tracking): Promise<string> {
    await this.page.getByRole('button', { name: 'Tra cứu bằng mã hồ sơ' }).click();
    await this.touch(transactionCode);
    await this.page.getByRole('button', { name: 'Tiếp: số PIN' }).click();
    await this.touch(pin);
    await this.page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Hồ sơ của ông/bà' }).waitFor();
    return this.page.getByRole('main').innerText();
  }

  /** Looks a dossier up, and leaves the screen as it was. Answers all that was shown. */
  async track(tracking: Tracking): Promise<string> {
    const shown = await this.lookUp(tracking);
    await this.end();
    return shown;
  }

  async #play(area: string, form: Readonly<Record<string, string>>): Promise<void> {
    const body = new URLSearchParams(form).toString();
    const response = await fetch(`${outside()}/${area}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`${area}: ${response.status}`);
  }
}

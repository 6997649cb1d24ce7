import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Tracking } from './citizen';
import { Visitor } from './visitor';

const portrait: BrowserContextOptions = { viewport: { width: 1080, height: 1920 }, hasTouch: true };

/** The machine in the hall of a one-stop centre, worked by touching its screen. */
export class Kiosk {
  private constructor(readonly visitor: Visitor) {}

  static async arrive(browser: Browser, options: BrowserContextOptions = portrait): Promise<Kiosk> {
    return new Kiosk(await Visitor.arrive(browser, options));
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** Types on the keys of the screen. */
  async touch(text: string): Promise<void> {
    const keys = this.page.getByRole('group', { name: 'Bàn phím' });
    const names: Readonly<Record<string, string>> = { '-': 'gạch ngang', '.': 'dấu chấm' };
    for (const key of text) await keys.getByRole('button', { name: names[key] ?? key, exact: true }).click();
  }

  async activate(code: string): Promise<void> {
    await this.page.goto('/kiosk/');
    await this.page.getByRole('heading', { name: 'Kích hoạt máy' }).waitFor();
    await this.touch(code);
    await this.page.getByRole('button', { name: 'Kích hoạt' }).click();
    await this.page.getByRole('heading', { name: 'Xin chào! Ông/bà cần gì?' }).waitFor();
  }

  /** Looks a dossier up by code and PIN, reads where it is, and leaves the screen as it was. Answers all that was shown. */
  async track({ transactionCode, pin }: Tracking): Promise<string> {
    await this.page.getByRole('button', { name: 'Tra cứu bằng mã hồ sơ' }).click();
    await this.touch(transactionCode);
    await this.page.getByRole('button', { name: 'Tiếp: số PIN' }).click();
    await this.touch(pin);
    await this.page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Hồ sơ của ông/bà' }).waitFor();
    const shown = await this.page.getByRole('main').innerText();
    await this.page.getByRole('button', { name: 'Kết thúc' }).click();
    await this.page.getByRole('heading', { name: 'Xin chào! Ông/bà cần gì?' }).waitFor();
    return shown;
  }
}

import type { Browser, Locator, Page } from 'playwright-core';
import { waitForHeading } from './heading';
import { Visitor } from './visitor';

/** Somebody who works in an office, at a desk. */
export class Officer {
  private constructor(readonly visitor: Visitor) {}

  static async arrive(browser: Browser): Promise<Officer> {
    return new Officer(await Visitor.arrive(browser, { viewport: { width: 1366, height: 768 } }));
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** Signs in and, when there are several, takes up the assignment of this role. */
  async logIn(name: string, role?: RegExp): Promise<void> {
    await this.page.goto('/can-bo/');
    await this.page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click();
    await this.page.getByRole('button', { name }).click();
    await this.page.waitForURL(/\/can-bo\//u);
    if (role) await this.page.getByRole('main').getByRole('button', { name: role }).click();
    await this.page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  }

  async openQueue(name: RegExp): Promise<void> {
    await this.page.getByRole('link', { name: 'Hồ sơ cần xử lý' }).click();
    await this.page
      .getByRole('navigation', { name: 'Danh sách công việc' })
      .getByRole('link', { name })
      .click();
  }

  /** Opens the dossier with this code from a list. */
  async open(queue: RegExp, code: string): Promise<void> {
    await this.openQueue(queue);
    await this.page.getByRole('link', { name: code }).click();
    await waitForHeading(this.page, code);
  }

  /** The form of an action, opened with its button. */
  async begin(action: string): Promise<Locator> {
    await this.page.getByRole('button', { name: action, exact: true }).click();
    const form = this.page.getByRole('form', { name: action, exact: true });
    await form.waitFor();
    return form;
  }

  /** Completes a step with this outcome; `fields` by label. */
  async complete(
    action: string,
    outcome: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const form = await this.begin(action);
    for (const [label, value] of Object.entries(fields))
      await form.getByRole('textbox', { name: label }).fill(value);
    await form.getByRole('radio', { name: outcome, exact: true }).check();
    await form.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await this.sees('Đã hoàn thành bước.');
  }

  /** The code of the open dossier, once it has one. */
  async readCode(): Promise<string> {
    const heading = this.page.getByRole('heading', { level: 1, name: /^Mã hồ sơ/u });
    return (await heading.innerText()).replace(/^Mã hồ sơ:\s*/u, '').trim();
  }

  /** What the page says after an action. */
  async sees(message: string | RegExp): Promise<string> {
    const notice = this.page
      .getByRole('complementary')
      .getByRole('status')
      .filter({ hasText: message })
      .first();
    await notice.waitFor();
    return notice.innerText();
  }
}

import type { Page } from 'playwright-core';

/** Answers the questions of any form by what they are called, as somebody who reads them does. */
export class FormAnswers {
  constructor(private readonly page: Page) {}

  /** Chooses the option that begins with these words; a hint may follow them. */
  async choose(question: RegExp, option: string): Promise<void> {
    const group = this.page.getByRole('group', { name: question });
    await group.getByRole('radio', { name: new RegExp(`^\\s*${option}`, 'u') }).check();
  }

  async write(question: RegExp, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: question }).fill(text);
  }

  /** A date in its three boxes; `date` as `YYYY-MM-DD`. */
  async date(question: RegExp, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    const group = this.page.getByRole('group', { name: question });
    for (const [part, text] of Object.entries({ Ngày: day, Tháng: month, Năm: year }))
      await group.getByRole('textbox', { name: part, exact: true }).fill(text);
  }

  async address(question: RegExp, text: string): Promise<void> {
    await this.page.getByRole('group', { name: question }).getByRole('textbox').first().fill(text);
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^Tôi cam đoan/u }).check();
  }
}

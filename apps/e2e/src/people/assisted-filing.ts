import type { Page } from 'playwright-core';
import { FormAnswers } from './form-answers';
import { waitForHeading } from './heading';
import type { Officer } from './officer';
import { photo } from './papers';

/** Somebody for whom an officer files, as their card says. */
export interface AssistedPerson {
  readonly name: string;
  readonly personalId: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly phone: string;
}

/** An officer who files procedure 2.000908 for somebody at the counter, or from a letter. */
export class AssistedFiling {
  private readonly page: Page;

  constructor(officer: Officer) {
    this.page = officer.page;
  }

  /** Begins it; with the number of a letter it came by post. */
  async begin(person: AssistedPerson, letter?: string): Promise<void> {
    const { page } = this;
    await page.goto('/can-bo/nop-ho-so');
    await waitForHeading(page, 'Nộp hồ sơ giúp người dân');
    if (letter !== undefined) {
      await page.getByRole('radio', { name: 'Thư gửi qua bưu chính' }).check();
      await page.getByRole('textbox', { name: /^Số hiệu bưu gửi/u }).fill(letter);
    }
    await page.getByLabel('Thủ tục', { exact: true }).selectOption('2.000908');
    await page.getByLabel('Họ và tên').fill(person.name);
    await page.getByLabel('Số định danh cá nhân').fill(person.personalId);
    await page.getByLabel('Ngày sinh').fill(person.birthDate);
    await page.getByRole('textbox', { name: /^Số điện thoại/u }).fill(person.phone);
    await page.getByRole('button', { name: 'Mở tờ khai' }).click();
    await waitForHeading(page, 'Cấp bản sao từ sổ gốc');
  }

  /** Attaches the paper everybody must bring, files, and waits for the dossier. */
  async submit(): Promise<void> {
    const { page } = this;
    const paper = page.getByRole('group', { name: /^Bản chụp giấy tờ tùy thân/u });
    await paper.getByLabel('Chọn tệp').setInputFiles(photo);
    await paper.getByRole('button', { name: `Xóa ${photo.name}` }).waitFor();
    await page.getByRole('button', { name: /^Nộp hồ sơ/u }).click();
    await page.waitForURL(/\/can-bo\/ho-so\/[0-9a-f-]{36}/u);
  }

  get answers(): FormAnswers {
    return new FormAnswers(this.page);
  }
}

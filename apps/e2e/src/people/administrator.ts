import type { Browser } from 'playwright-core';
import { Officer } from './officer';

/** Registers a machine in the hall of Đồng Sen on the page for devices. Answers the code to be typed on it. */
export async function registerKiosk(browser: Browser, name: string): Promise<string> {
  const administrator = await Officer.arrive(browser);
  const { page } = administrator;
  await administrator.logIn('Lại Quốc Việt');
  await page.getByRole('link', { name: 'Thiết bị kiosk' }).click();
  await page.getByRole('button', { name: 'Đăng ký máy mới' }).click();
  await page.getByRole('textbox', { name: 'Tên máy' }).fill(name);
  const unit = page.getByRole('combobox', { name: 'Đơn vị' });
  await unit.selectOption({ label: 'Trung tâm Phục vụ hành chính công xã Đồng Sen' });
  await page.getByRole('textbox', { name: 'Vị trí đặt máy' }).fill('Sảnh tầng 1');
  await page.getByRole('button', { name: 'Lấy mã kích hoạt' }).click();
  const notice = page.getByRole('status').filter({ hasText: `Mã kích hoạt của ${name}` });
  const code = await notice.getByText(/^[A-Z0-9-]{6,}$/u).innerText();
  await administrator.visitor.leave();
  return code.trim();
}

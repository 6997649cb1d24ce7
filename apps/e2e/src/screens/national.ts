import type { Page } from 'playwright-core';
import { heading } from './screen';

/** Begins a filing for somebody at the counter, and shows its form. */
export async function withAssistedForm(page: Page): Promise<void> {
  await page.getByLabel('Thủ tục', { exact: true }).selectOption('2.000908');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Sen');
  await page.getByLabel('Số định danh cá nhân').fill('099155000101');
  await page.getByLabel('Ngày sinh').fill('1955-03-08');
  await page.getByRole('button', { name: 'Mở tờ khai' }).click();
  await heading(page, 'Cấp bản sao từ sổ gốc');
}

/** A message that was put aside, and a dossier whose history was changed. */
export async function withDifferences(page: Page): Promise<void> {
  const dossierId = '0199a000-0000-7000-8000-00000000d001';
  await page.route('**/api/v1/officer/national-portal/deliveries*', (route) =>
    route.fulfill({
      json: {
        waiting: 3,
        deadLetters: [
          {
            deliveryId: '1207',
            dossierId,
            attempts: 5,
            behind: 2,
            reason: 'refused: -2 Trạng thái không đúng',
          },
        ],
        next: null,
      },
    }),
  );
  await page.route('**/api/v1/officer/national-portal/differences*', (route) =>
    route.fulfill({
      json: {
        lastRun: { finishedAt: '2026-11-23T01:00:00Z', compared: 300, different: 1, unanswered: 0 },
        items: [
          {
            dossierId,
            code: '000.00.32.H99-261116-0001',
            cause: 'history-changed',
            details: [
              { what: 'dueAt', ours: '2026-11-17T10:00:00Z', theirs: '2026-11-16T10:00:00Z' },
              { what: 'progress', ours: '#3 2026-11-16T01:05:00Z 4', theirs: null },
            ],
            foundAt: '2026-11-23T01:00:00Z',
          },
        ],
        next: null,
      },
    }),
  );
  await page.reload();
  await heading(page, '000.00.32.H99-261116-0001');
}

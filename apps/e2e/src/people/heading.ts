import type { Locator, Page } from 'playwright-core';

/**
 * Waits for the page with this first heading.
 * @throws when it does not come, with what the page says instead and what has the focus: the reason is usually written there
 */
export async function waitForHeading(page: Page, name: string | RegExp): Promise<Locator> {
  const heading = page.getByRole('heading', { level: 1, name });
  try {
    await heading.waitFor();
  } catch (cause) {
    const [said, focus] = await Promise.all([
      page.getByRole('main').ariaSnapshot({ timeout: 5_000 }),
      page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)),
    ]);
    throw new Error(`${String(name)} did not come to ${page.url()}; focus: ${String(focus)}\n${said}`, {
      cause,
    });
  }
  return heading;
}

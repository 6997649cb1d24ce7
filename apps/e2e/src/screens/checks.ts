import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly string[] }[] }[] }>;
}

/**
 * Violations of WCAG 2.2 AA that a machine can find, as `rule at element`. The pages have no frames, so one run in the page
 * finds what the runner of axe for Playwright finds, without sending the program twice and the answer in pieces.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: Axe };
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false };
    const { violations: found } = await axe.run(document, options);
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id} at ${node.target.join(' ')}`));
  }, standard);
}

/** What makes a page wider than its window. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    const outermost = wide.filter(
      (element) => !wide.some((other) => other !== element && element.contains(other)),
    );
    return outermost
      .slice(0, 5)
      .map(
        (element) =>
          `wider than ${width} px: ${element.tagName.toLowerCase()}.${element.className.toString()}`,
      );
  });
}

/** Text that its own box cuts off. */
export async function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('.mc-visually-hidden, svg') &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
        ),
    );
    const cut = texts.filter((element) => {
      const { overflowX, overflowY, clip } = getComputedStyle(element);
      if (clip !== 'auto' || element.clientWidth <= 1) return false;
      const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    });
    return cut.map((element) => `cut off: ${(element.textContent ?? '').trim().slice(0, 60)}`);
  });
}

/** What the Tab key cannot reach, and what does not show that it is reached. */
export async function keyboardGaps(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const scope: ParentNode = document.querySelector('dialog:modal') ?? document;
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const groups = new Set<string>();
    const expected = [...scope.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      if (element.matches(':disabled, [tabindex="-1"]') || element.closest('[inert]')) return false;
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = element.name;
      const chosen = [
        ...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(group)}"]`),
      ].some((each) => each.checked);
      if (groups.has(group) || (chosen && !element.checked)) return false;
      groups.add(group);
      return true;
    });
    const reached = new Set<Element>();
    const unseen: string[] = [];
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50) || element.id}”`;
    const seen = (element: Element): boolean => {
      // A file input is drawn by its label; a radio or checkbox may be too.
      const drawn = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])];
      return drawn.some((each) =>
        [getComputedStyle(each), getComputedStyle(each, '::before'), getComputedStyle(each, '::after')].some(
          (style) =>
            (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
            style.boxShadow !== 'none',
        ),
      );
    };
    document.addEventListener('focusin', (event) => {
      const element = event.target as Element;
      reached.add(element);
      if (!seen(element)) unseen.push(nameOf(element));
    });
    Object.assign(window, {
      mocuaGaps: () => [
        ...expected
          .filter((element) => element.isConnected && !reached.has(element))
          .map((element) => `not reached by Tab: ${nameOf(element)}`),
        ...unseen.map((name) => `focus does not show on ${name}`),
      ],
    });
    const begin = document.activeElement; // a dialog opens with the focus on its first button
    if (begin instanceof HTMLElement && expected.includes(begin)) reached.add(begin);
    (begin as HTMLElement | null)?.blur();
    // Each part of a date has a press of its own: day, month, year, hour, minute, half of the day, and the calendar.
    const parts =
      expected.filter((element) => element.matches('[type=date], [type=datetime-local]')).length * 7;
    return expected.length + parts;
  });
  await pressTab(page, count + 4); // the ends of the page take presses of their own
  return page.evaluate(() => (window as unknown as { mocuaGaps: () => string[] }).mocuaGaps());
}

/** Presses a key many times, as fast as the browser takes it. */
async function pressTab(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]);
  await Promise.all(presses.flat());
  await session.detach();
}

const word = 'Nguyễn';
const steps = ['N', 'Ng', 'Ngu', 'Nguy', 'Nguyê', 'Nguyễ'];

/** Text fields in which a Vietnamese word does not come out as it was composed, with the caret behind it. */
export async function compositionFaults(page: Page): Promise<string[]> {
  if (await page.locator('dialog:modal').isVisible()) return []; // the fields behind a dialog take no text
  const fields = page
    .locator('main')
    .locator('input[type=text], input[type=search], input:not([type]), textarea')
    .and(page.locator(':not([inputmode])'));
  const session = await page.context().newCDPSession(page);
  const faults: string[] = [];
  for (const field of await fields.all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    const before = await field.inputValue();
    await field.fill('AB');
    const name = await field.evaluate((element: HTMLInputElement) => {
      element.setSelectionRange(1, 1);
      return element.id || 'a field without id';
    });
    faults.push(...(await composed(page, session)).map((fault) => `${name} ${fault}`));
    await field.fill(before); // a draft would keep it
  }
  await session.detach();
  return faults;
}

/** Composes a word between the A and the B of the field that has the focus. */
async function composed(page: Page, session: CDPSession): Promise<string[]> {
  const faults: string[] = [];
  const focused = () =>
    page.evaluate(() => {
      const { value, selectionStart } = document.activeElement as HTMLInputElement;
      return { value, caret: selectionStart };
    });
  for (const text of steps) {
    const caret = { selectionStart: text.length, selectionEnd: text.length };
    await session.send('Input.imeSetComposition', { text, ...caret });
    const { value } = await focused();
    if (value !== `A${text}B`) faults.push(`shows “${value}” while “${text}” is composed`);
  }
  await session.send('Input.insertText', { text: word });
  const { value, caret } = await focused();
  if (value !== `A${word}B`.normalize('NFC')) faults.push(`holds “${value}”`);
  if (caret !== 1 + word.length) faults.push(`has its caret at ${String(caret)}`);
  return faults;
}

import type { Page } from 'playwright-core';

/** One way somebody tries to get out of the page. */
export interface BreakOut {
  readonly name: string;
  readonly attempt: (page: Page) => Promise<unknown>;
}

const shortcuts = [
  ...'abcdefghijklmnopqrstuvwxyz'
    .replace(/[z]/u, '')
    .split('')
    .map((key) => `Control+${key}`),
  ...['i', 'j', 'c', 'n', 't', 'o', 'b', 'm', 'Delete', 'r'].map((key) => `Control+Shift+${key}`),
  ...[
    'F1',
    'F3',
    'F5',
    'F6',
    'F7',
    'F10',
    'F11',
    'F12',
    'Shift+F10',
    'Control+F4',
    'Control+F5',
    'Shift+Escape',
  ],
  ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt+e', 'Alt+f', 'Alt+Enter', 'Alt+F4'],
  ...[
    'Control+Equal',
    'Control+Minus',
    'Control+0',
    'Control+Tab',
    'Control+1',
    'Meta+r',
    'Meta+l',
    'Meta+e',
  ],
];

const addresses = [
  'https://example.org/',
  'javascript:document.body.replaceChildren()',
  'data:text/html,<h1>out</h1>',
  'file:///etc/passwd',
  'view-source:http://localhost/',
  'chrome://settings/',
  'about:blank',
  'mailto:ai@vidu.example',
  'tel:0900000000',
  'blob:http://localhost/0',
  '/',
  '/can-bo/',
  '//example.org',
  'ftp://example.org/',
];

const follow = (href: string, target: string) => (page: Page) =>
  page.evaluate(
    ([address, window]) => {
      const link = document.createElement('a');
      link.setAttribute('href', address ?? '');
      if (window !== '') link.setAttribute('target', window ?? '');
      link.textContent = 'ra ngoài';
      document.querySelector('main')?.append(link);
      link.click();
      link.remove();
    },
    [href, target],
  );

const dispatch = (name: string, kind: string) => (page: Page) =>
  page.evaluate(
    ([event, type]) => {
      const made =
        type === 'drag'
          ? new DragEvent(event ?? '', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() })
          : type === 'clipboard'
            ? new ClipboardEvent(event ?? '', { bubbles: true, cancelable: true })
            : new MouseEvent(event ?? '', { bubbles: true, cancelable: true, button: 1 });
      if (document.querySelector('main')?.dispatchEvent(made) === true)
        console.error(`not held back: ${event}`);
    },
    [name, kind],
  );

/** Presses a screen for two seconds, as one does to get a menu. */
async function longPress(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touchPoints = [{ x: 400, y: 400 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.waitForTimeout(1_200);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

async function pinch(page: Page): Promise<void> {
  await page.mouse.move(500, 500);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
}

/** A hundred and more. */
export const breakOuts: readonly BreakOut[] = [
  ...shortcuts.map((keys): BreakOut => ({
    name: `keys ${keys}`,
    attempt: (page) => page.keyboard.press(keys),
  })),
  ...addresses.map((href): BreakOut => ({ name: `link ${href}`, attempt: follow(href, '') })),
  ...addresses.map((href): BreakOut => ({ name: `new window ${href}`, attempt: follow(href, '_blank') })),
  ...['_parent', '_top', 'named'].map((target): BreakOut => ({
    name: `link into ${target}`,
    attempt: follow('https://example.org/', target),
  })),
  { name: 'window.open', attempt: (page) => page.evaluate(() => void window.open('/can-bo/', '_blank')) },
  { name: 'window.open about:blank', attempt: (page) => page.evaluate(() => void window.open()) },
  { name: 'right button', attempt: (page) => page.mouse.click(300, 300, { button: 'right' }) },
  { name: 'middle button', attempt: (page) => page.mouse.click(300, 300, { button: 'middle' }) },
  { name: 'long press', attempt: longPress },
  { name: 'zoom by wheel', attempt: pinch },
  { name: 'context menu by key', attempt: (page) => page.keyboard.press('ContextMenu') },
  { name: 'double click', attempt: (page) => page.mouse.dblclick(4, 600) },
  {
    name: 'drag of the page',
    attempt: (page) => page.dragAndDrop('h1', 'footer', { force: true, noWaitAfter: true }),
  },
  ...['dragstart', 'dragover', 'drop'].map((name): BreakOut => ({
    name: `event ${name}`,
    attempt: dispatch(name, 'drag'),
  })),
  ...['copy', 'cut', 'paste'].map((name): BreakOut => ({
    name: `event ${name}`,
    attempt: dispatch(name, 'clipboard'),
  })),
  { name: 'event contextmenu', attempt: dispatch('contextmenu', 'mouse') },
  { name: 'event auxclick', attempt: dispatch('auxclick', 'mouse') },
  {
    name: 'a form to elsewhere',
    attempt: (page) =>
      page.evaluate(() => {
        const form = document.createElement('form');
        form.action = 'https://example.org/';
        document.body.append(form);
        form.requestSubmit();
        form.remove();
      }),
  },
  {
    name: 'a script in the page',
    attempt: (page) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        try {
          script.text = 'document.title = "ra ngoài"';
          document.body.append(script);
        } catch {
          // trusted types refuse it before the policy has to
        }
        script.remove();
      }),
  },
  {
    name: 'a frame',
    attempt: (page) =>
      page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = 'https://example.org/';
        document.body.append(frame);
        frame.remove();
      }),
  },
];

/** What makes an attempt a success: every way in which the page would not be alone and unchanged any more. */
export async function watchForEscape(page: Page): Promise<() => Promise<string[]>> {
  const escapes: string[] = [];
  const context = page.context();
  const windows = context.pages().length;
  const home = page.url();
  context.on('page', (opened) => escapes.push(`a new window: ${opened.url()}`));
  page.on('download', () => escapes.push('a download'));
  page.on('filechooser', () => escapes.push('a file dialog'));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => escapes.push('a dialog')));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) escapes.push(`navigated to ${frame.url()}`);
  });
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { mocuaEscapes: seen });
    window.addEventListener('keydown', (event) => {
      const held =
        event.ctrlKey || event.altKey || event.metaKey || /^(?:F\d+|ContextMenu)$/u.test(event.key);
      if (held && !event.defaultPrevented && !['Control', 'Alt', 'Meta', 'Shift'].includes(event.key))
        seen.push(`the browser got ${event.key}`);
    });
    window.addEventListener('contextmenu', (event) => {
      if (!event.defaultPrevented) seen.push('a context menu');
    });
    window.print = () => void seen.push('a print dialog');
  });
  return async () => {
    const inside = await page.evaluate(() => {
      const seen = (window as unknown as { mocuaEscapes?: string[] }).mocuaEscapes;
      const scale = window.visualViewport?.scale ?? 1;
      return [
        ...(seen?.splice(0) ?? ['the page was loaded anew']),
        ...(scale === 1 ? [] : [`zoomed to ${String(scale)}`]),
        ...(String(getSelection()) === '' ? [] : ['text is selected']),
        ...(document.fullscreenElement === null ? [] : ['full screen']),
      ];
    });
    if (page.url() !== home) escapes.push(`at ${page.url()}`);
    if (context.pages().length !== windows) escapes.push('another window is open');
    return [...escapes.splice(0), ...inside];
  };
}

import type { Locator, Page } from 'playwright-core';
import type { Hand } from './form-filler';

interface Key {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Keys that are named by a word. */
const named: Readonly<Record<string, string>> = {
  ' ': 'Cách',
  ',': 'dấu phẩy',
  '.': 'dấu chấm',
  '-': 'gạch ngang',
  '/': 'gạch chéo',
  ':': 'hai chấm',
  '%': 'phần trăm',
  '@': 'a còng',
};

const tones: Readonly<Record<string, string>> = {
  '\u0301': 'dấu sắc',
  '\u0300': 'dấu huyền',
  '\u0309': 'dấu hỏi',
  '\u0303': 'dấu ngã',
  '\u0323': 'dấu nặng',
};

/** A finger on the screen of a kiosk: texts come from the keys the screen shows, each touched where it stands. */
export class ScreenKeys implements Hand {
  constructor(private readonly page: Page) {}

  /** A page that moves under the finger lets the touch miss: whoever reads the screen waits until it stands still. */
  async touch(control: Locator): Promise<void> {
    await control.waitFor();
    await fontsHaveCome(this.page);
    await control.tap();
  }

  async write(box: Locator, text: string): Promise<void> {
    await this.touch(box);
    const keyboard = this.page.getByRole('group', { name: 'Bàn phím màn hình' });
    const digits = await box.evaluate(
      (control: HTMLInputElement) => control.dataset['digits'] === '' || control.type === 'tel',
    );
    await keyboard
      .getByRole('button', { name: 'q', exact: true })
      .waitFor({ state: digits ? 'hidden' : 'visible' });
    await keyboard.getByRole('button', { name: '1', exact: true }).waitFor();
    await fontsHaveCome(this.page); // one that comes late moves the keys
    const [first, ...others] = [...touches(text)];
    await keyboard.getByRole('button', { name: first ?? '', exact: true }).tap(); // waits until the keys stand still
    // looked for once: keys that move while somebody writes let the finger miss
    const keys = await keysOf(keyboard);
    for (const name of others) {
      const key = keys.get(name);
      if (!key) throw new Error(`the keyboard has no key “${name}” for “${text}”`);
      await this.page.touchscreen.tap(key.x, key.y);
    }
    await keyboard.getByRole('button', { name: 'Xong', exact: true }).tap();
    await keyboard.waitFor({ state: 'hidden' });
    const written = await box.inputValue();
    if (written !== text) throw new Error(`the keys wrote “${written}” for “${text}”`);
  }
}

/** A weight of the font that a page is the first to need is drawn when it has come. */
export function fontsHaveCome(page: Page): Promise<void> {
  return page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The keys by the name of their small letter, where they stand. */
async function keysOf(keyboard: Locator): Promise<ReadonlyMap<string, Key>> {
  const keys = await keyboard.getByRole('button').evaluateAll((buttons): Key[] =>
    buttons.map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const name = button.getAttribute('aria-label') ?? button.textContent;
      return { name: name.trim(), x: left + width / 2, y: top + height / 2 };
    }),
  );
  return new Map(keys.map((key) => [key.name.length === 1 ? key.name.toLowerCase() : key.name, key]));
}

/** The keys to touch, one after the other: the tone of a word when its letters stand. */
function* touches(text: string): Generator<string> {
  let tone: string | undefined;
  for (const letter of text.normalize('NFC')) {
    const marks = letter.normalize('NFD');
    const found = [...marks].find((mark) => mark in tones);
    const plain = [...marks]
      .filter((mark) => !(mark in tones))
      .join('')
      .normalize('NFC');
    if (!/\p{L}/u.test(letter) && tone !== undefined) {
      yield tone;
      tone = undefined;
    }
    if (plain !== plain.toLowerCase()) yield 'Chữ hoa';
    yield named[plain] ?? plain.toLowerCase();
    if (found !== undefined) tone = tones[found];
  }
  if (tone !== undefined) yield tone;
}

import { describe, expect, it } from '@jest/globals';
import { isHarmlessKey, type KeyPress } from './break-out-guard';

function press(key: string, held: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress {
  const { altGraph = false, ...rest } = held;
  return {
    key,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
    ...rest,
  };
}

describe('a key on the machine', () => {
  it.each(['a', 'Đ', '7', ' ', 'Backspace', 'Enter', 'ArrowLeft', 'Tab', 'Process'])('%s writes', (key) => {
    expect(isHarmlessKey(press(key))).toBe(true);
  });

  it.each(['F1', 'F5', 'F11', 'F12', 'BrowserBack', 'ContextMenu', 'PrintScreen', 'LaunchMail', 'Meta'])(
    '%s does nothing',
    (key) => {
      expect(isHarmlessKey(press(key))).toBe(false);
    },
  );

  it.each(['p', 'o', 's', 'u', 'n', 't', 'w', 'j', 'h', 'Tab', '+', 'Enter'])(
    '%s with Ctrl, Alt or Meta does nothing',
    (key) => {
      for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
        expect([key, held, isHarmlessKey(press(key, { [held]: true }))]).toEqual([key, held, false]);
    },
  );

  it('writes a sign with AltGr, and a letter that an input method composes', () => {
    expect(isHarmlessKey(press('@', { ctrlKey: true, altKey: true, altGraph: true }))).toBe(true);
    expect(isHarmlessKey(press('w', { ctrlKey: true, isComposing: true }))).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { WEDGE_GAP_MS, WedgeReader } from './wedge-reader';

function type(reader: WedgeReader, keys: readonly string[], gap: number, start = 0) {
  return keys.map((key, index) => reader.press(key, start + index * gap));
}

describe('a QR reader that types', () => {
  it('gives the whole text when the keys come fast and end with Enter', () => {
    const steps = type(new WedgeReader(), [...'https://h99.vn/t/ABC-123', 'Enter'], 10);
    expect(steps.at(-1)).toEqual({ kind: 'scanned', text: 'https://h99.vn/t/ABC-123' });
  });

  it('keeps the keys of a scan from the page once it is certain', () => {
    const steps = type(new WedgeReader(), [...'ABCDEFGH'], 10).map((step) => step.kind);
    expect(steps).toEqual(['typed', 'typed', 'typed', 'reading', 'reading', 'reading', 'reading', 'reading']);
  });

  it('reads capital letters that arrive with Shift', () => {
    const keys = [...'h99.ABCDE'].flatMap((key) => (/[A-Z]/u.test(key) ? ['Shift', key] : [key]));
    expect(type(new WedgeReader(), [...keys, 'Enter'], 8).at(-1)).toEqual({
      kind: 'scanned',
      text: 'h99.ABCDE',
    });
  });

  it('leaves a person who types to the page, Enter included', () => {
    const steps = type(new WedgeReader(), [...'H99-261122-0001', 'Enter'], WEDGE_GAP_MS + 40);
    expect(new Set(steps.map((step) => step.kind))).toEqual(new Set(['typed']));
  });

  it('forgets a scan that broke off before Enter', () => {
    const reader = new WedgeReader();
    type(reader, [...'SECRET-FIRST'], 5);
    const steps = type(reader, [...'SECOND-CODE', 'Enter'], 5, 10_000);
    expect(steps.at(-1)).toEqual({ kind: 'scanned', text: 'SECOND-CODE' });
  });

  it('takes no scan shorter than eight characters', () => {
    expect(type(new WedgeReader(), [...'ABCDEFG', 'Enter'], 5).at(-1)).toEqual({ kind: 'typed' });
  });

  it('never holds more than one longest scan', () => {
    const steps = type(new WedgeReader(), [...'x'.repeat(501), 'Enter'], 5);
    expect(steps.at(-1)).toEqual({ kind: 'typed' });
  });
});

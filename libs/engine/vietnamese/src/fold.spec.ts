import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords, foldVietnamese } from './fold';

describe('foldVietnamese', () => {
  it.each([
    ['Cấp bản sao từ sổ gốc', 'cap ban sao tu so goc'],
    ['ĐƯỜNG  Nguyễn   Huệ', 'duong nguyen hue'],
    ['đất đai – nhà ở', 'dat dai nha o'],
    ['Khai tử, kết hôn', 'khai tu ket hon'],
    ['2.000908', '2 000908'],
    ['', ''],
    ['!!!', ''],
  ])('folds %s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
  });

  it('does not care whether tones come composed or decomposed', () => {
    const text = 'Giấy chứng nhận quyền sử dụng đất';
    expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')));
  });

  it('changes nothing when it is applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
      }),
      { seed: 908 },
    );
  });

  it('gives no word for blank text', () => {
    expect(foldedWords('  ')).toEqual([]);
  });
});

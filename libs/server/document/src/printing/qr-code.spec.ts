import { describe, expect, it } from '@jest/globals';
import jsQRModule from 'jsqr';
import { qrSvg } from './qr-code';

// The package is CommonJS behind an ESM type; both shapes occur depending on the loader.
const jsQR = (jsQRModule as unknown as { default?: typeof jsQRModule }).default ?? jsQRModule;
const scale = 4;

/** Draws the runs of the path, as a printer would. */
function read(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) /u.exec(svg)?.[1]) * scale;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1) {
        pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, size, size)?.data;
}

describe('the QR code of a document', () => {
  it.each(['https://dichvucong.example/tra-cuu#m=GD-7K3M-9XQ2&p=048213', 'Hồ sơ số 7', 'x'.repeat(300)])(
    'is read back: %s',
    (text) => {
      expect(read(qrSvg(text))).toBe(text);
    },
  );
});

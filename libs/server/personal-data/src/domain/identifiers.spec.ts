import { describe, expect, it } from '@jest/globals';
import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { KeyRing } from './key-ring';
import { BlindIndex, normaliseIdentifier } from './blind-index';
import { TrackingPins } from './tracking-pins';

class OneKey extends KeyRing {
  private readonly key;

  constructor(fill: number) {
    super();
    this.key = createSecretKey(Buffer.alloc(32, fill));
  }
  override current() {
    return { keyId: 'k', key: this.key };
  }
  override byId() {
    return this.key;
  }
  override stable() {
    return this.key;
  }
}

describe('the blind index', () => {
  const index = new BlindIndex(new OneKey(1));

  it.each([
    ['phone', '+84 900 000 001', '0900000001'],
    ['phone', '0084900.000.001', '0900000001'],
    ['personal-id', '099 154 000 071', '099154000071'],
    ['email', ' Uong@Example.test', 'uong@example.test'],
    ['passport', 'b 1234567', 'B1234567'],
  ] as const)('finds a %s written as %s', (kind, written, stored) => {
    expect(normaliseIdentifier(kind, written)).toBe(stored);
    expect(index.of(kind, written)).toBe(index.of(kind, stored));
  });

  it('tells kinds and keys apart, and shows nothing of the value', () => {
    expect(index.of('tax-code', '0990000001')).not.toBe(index.of('enterprise-code', '0990000001'));
    expect(index.of('tax-code', '0990000001')).not.toBe(
      new BlindIndex(new OneKey(2)).of('tax-code', '0990000001'),
    );
    expect(index.of('tax-code', '0990000001')).toMatch(/^[\w-]{43}$/u);
  });
});

describe('tracking PINs', () => {
  const pins = new TrackingPins(new OneKey(1));

  it('are six digits, always the same for a dossier, and match only themselves', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 999_999 }), (dossierId, guess) => {
        const pin = pins.of(dossierId);
        const typed = String(guess).padStart(6, '0');
        expect(pin).toMatch(/^\d{6}$/u);
        expect(pins.of(dossierId.toUpperCase())).toBe(pin);
        expect(pins.matches(dossierId, pin)).toBe(true);
        expect(pins.matches(dossierId, typed)).toBe(typed === pin);
      }),
      { numRuns: 300, seed: 908 },
    );
  });

  it('may be typed with spaces, and never match when too long, too short or empty', () => {
    const id = '0199a000-0000-7000-8000-000000000001';
    const pin = pins.of(id);
    expect(pins.matches(id, `${pin.slice(0, 3)} ${pin.slice(3)}`)).toBe(true);
    for (const wrong of [`${pin}0`, pin.slice(0, 5), '', 'abcdef', `${pin}${pin}`])
      expect(pins.matches(id, wrong)).toBe(false);
  });

  it('spread over the whole range', () => {
    const seen = new Set(Array.from({ length: 2000 }, (_, i) => pins.of(`dossier-${i}`)));
    expect(seen.size).toBeGreaterThan(1980);
    expect(new Set([...seen].map((pin) => pin[0])).size).toBe(10);
  });
});

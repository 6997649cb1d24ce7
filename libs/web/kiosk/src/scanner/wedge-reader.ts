/** What one key press meant to the reader. */
export type WedgeStep =
  /** Too slow or too short to be a scanner: the page may use the key. */
  | { readonly kind: 'typed' }
  /** Part of a scan that is running: the page must not see the key. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'scanned'; readonly text: string };

/** Longest gap between two keys of a scanner, in milliseconds; a person's keys lie 80 ms and more apart. */
export const WEDGE_GAP_MS = 45;
/** Keys in a row before a scan is believed; two fingers that slip together make two. */
const CERTAIN_AFTER = 4;
const SHORTEST_SCAN = 8;
const LONGEST_SCAN = 500;

/**
 * Tells a QR reader that "types" (keyboard wedge) from a person by the pace of the keys. Holds the characters of one
 * scan at most and forgets them as soon as the pace breaks.
 */
export class WedgeReader {
  private buffer = '';
  private lastAt = Number.NEGATIVE_INFINITY;

  /**
   * @param key - `KeyboardEvent.key`
   * @param at - time of the event in milliseconds
   */
  press(key: string, at: number): WedgeStep {
    const fast = at - this.lastAt <= WEDGE_GAP_MS;
    if (!fast) this.buffer = '';
    if (key === 'Enter') return this.finish();
    // A scanner sends Shift around capital letters; such keys neither add to the scan nor break its pace.
    if (key.length !== 1)
      return this.buffer.length >= CERTAIN_AFTER ? { kind: 'reading' } : { kind: 'typed' };
    this.lastAt = at;
    this.buffer += key;
    if (this.buffer.length > LONGEST_SCAN) this.forget();
    return this.buffer.length >= CERTAIN_AFTER ? { kind: 'reading' } : { kind: 'typed' };
  }

  /** Drops what was read, for example when a visitor ends. */
  forget(): void {
    this.buffer = '';
    this.lastAt = Number.NEGATIVE_INFINITY;
  }

  private finish(): WedgeStep {
    const text = this.buffer;
    this.forget();
    return text.length >= SHORTEST_SCAN ? { kind: 'scanned', text } : { kind: 'typed' };
  }
}

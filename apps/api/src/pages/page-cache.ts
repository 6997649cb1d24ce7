import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { RenderedPage } from './page-renderer';

const compress = promisify(brotliCompress);

/** A rendered page ready to be sent. */
export interface KeptPage {
  readonly styleHash: string;
  readonly plain: Buffer;
  /** Compressed once, when somebody first takes it so. */
  brotli(): Promise<Buffer>;
}

/** A page with what compresses it once. */
export function keptPage({ html, styleHash }: RenderedPage): KeptPage {
  const plain = Buffer.from(html, 'utf8');
  let compressed: Promise<Buffer> | null = null;
  return {
    styleHash,
    plain,
    brotli: () =>
      (compressed ??= compress(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 6,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        },
      })),
  };
}

/**
 * Rendered pages by the hash of what they are made of, the longest unused thrown out first. There is nothing to invalidate:
 * what is made of other data has another key.
 */
export class PageCache {
  private readonly pages = new Map<string, Promise<KeptPage>>();
  private readonly sizes = new Map<string, number>();
  private bytes = 0;

  /** @param limit - most bytes of HTML kept; compressed copies are a small part on top */
  constructor(private readonly limit: number) {}

  /** The kept page, or the one that `make` makes; whoever asks meanwhile waits for the same. */
  get(key: string, make: () => Promise<RenderedPage>): Promise<KeptPage> {
    const known = this.pages.get(key);
    if (known) {
      this.pages.delete(key); // to the end of the line
      this.pages.set(key, known);
      return known;
    }
    const making = make().then(keptPage);
    this.pages.set(key, making);
    making.then(
      ({ plain }) => this.count(key, plain.length),
      () => this.pages.delete(key),
    );
    return making;
  }

  private count(key: string, size: number): void {
    this.sizes.set(key, size);
    this.bytes += size;
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.limit) return;
      const oldestSize = this.sizes.get(oldest);
      if (oldestSize === undefined) continue; // still being made
      this.pages.delete(oldest);
      this.sizes.delete(oldest);
      this.bytes -= oldestSize;
    }
  }
}

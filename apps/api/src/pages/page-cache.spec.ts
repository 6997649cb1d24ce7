import { describe, expect, it } from '@jest/globals';
import { PageCache } from './page-cache';

const page = (html: string) => Promise.resolve({ html, styleHash: '' });

describe('rendered pages that are kept', () => {
  it('are made once, also for those who ask meanwhile', async () => {
    const cache = new PageCache(1_000);
    let made = 0;
    const make = () => {
      made += 1;
      return page('<p>');
    };
    await Promise.all([cache.get('a', make), cache.get('a', make)]);
    await cache.get('a', make);
    expect(made).toBe(1);
  });

  it('leave, the longest unused first, when they grow too many', async () => {
    const cache = new PageCache(25);
    const made: string[] = [];
    const ask = async (key: string) => {
      await cache.get(key, () => {
        made.push(key);
        return page('0123456789');
      });
    };
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are not kept when making them failed', async () => {
    const cache = new PageCache(1_000);
    await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect((await cache.get('a', () => page('whole'))).plain.toString()).toBe('whole');
  });

  it('are compressed once and come out as they were', async () => {
    const cache = new PageCache(1_000);
    const kept = await cache.get('a', () => page('xin chào '.repeat(20)));
    expect(await kept.brotli()).toBe(await kept.brotli());
    const { brotliDecompressSync } = await import('node:zlib');
    expect(brotliDecompressSync(await kept.brotli()).equals(kept.plain)).toBe(true);
  });
});

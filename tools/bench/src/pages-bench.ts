import { get } from 'node:http';
import type { BenchWorld } from './bench-world';

/** Requests in flight at once. */
const atOnce = 8;

/**
 * Pages of a procedure per second: made anew each time, taken from the cache, and for comparison a built file, one after the
 * other in the same rounds. A page is made anew because each request is in another size and language of display.
 */
export async function measurePages(world: BenchWorld, rounds: number, perRound: number): Promise<void> {
  const page = `${world.origin}/thu-tuc/2.000908`;
  const file = `${world.origin}/icon.svg`;
  const figures: Record<'cached' | 'fresh' | 'file', number[]> = { cached: [], fresh: [], file: [] };
  let unseen = 0;
  await rate(perRound, () => fetchOnce(page)); // warms up
  for (let round = 0; round < rounds; round += 1) {
    figures.file.push(await rate(perRound * 4, () => fetchOnce(file)));
    figures.cached.push(await rate(perRound * 2, () => fetchOnce(page)));
    figures.fresh.push(
      await rate(Math.ceil(perRound / 4), () => fetchOnce(`${world.origin}/tim-kiem?q=khai+sinh+${String((unseen += 1))}`)),
    );
  }
  const [cached, fresh, plain] = [figures.cached, figures.fresh, figures.file].map(median) as [number, number, number];
  console.log(
    `pages: procedure from the cache ${cached.toFixed(0)}/s, a page never made before ${fresh.toFixed(0)}/s, ` +
      `a static file ${plain.toFixed(0)}/s; ratio to the file ${(cached / plain).toFixed(2)} and ${(fresh / plain).toFixed(3)}`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Answers per second of so many requests. */
async function rate(count: number, request: () => Promise<void>): Promise<number> {
  const began = performance.now();
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await request();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return count / ((performance.now() - began) / 1000);
}

function fetchOnce(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${String(response.statusCode)}`));
      response.resume();
      response.on('end', resolve);
    }).on('error', reject);
  });
}

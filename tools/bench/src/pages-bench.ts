import { get } from 'node:http';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PageModel, ProcedureView, ProvinceView } from '@mocua/contract';
import { workspaceRoot } from '@mocua/server/kernel';
import type { BenchWorld } from './bench-world';

/** Requests in flight at once. */
const atOnce = 8;

/**
 * Pages of a procedure per second: rendered anew by the thread that the API uses, answered by the API from its cache, and for
 * comparison a built file answered by the same API, in the same rounds.
 */
export async function measurePages(
  world: BenchWorld,
  { rounds, perRound }: { rounds: number; perRound: number },
): Promise<void> {
  const page = `${world.origin}/thu-tuc/2.000908`;
  const file = `${world.origin}/icon.svg`;
  const thread = await RenderThread.open(world);
  const figures: Record<'cached' | 'rendered' | 'file', number[]> = { cached: [], rendered: [], file: [] };
  try {
    await rate(perRound, () => fetchOnce(page)); // warms up
    await rate(20, () => thread.render());
    for (let round = 0; round < rounds; round += 1) {
      figures.file.push(await rate(perRound * 2, () => fetchOnce(file)));
      figures.cached.push(await rate(perRound, () => fetchOnce(page)));
      figures.rendered.push(await rate(Math.ceil(perRound / 4), () => thread.render()));
    }
  } finally {
    await thread.close();
  }
  const [cached, rendered, plain] = [figures.cached, figures.rendered, figures.file].map(median) as [
    number,
    number,
    number,
  ];
  console.log(
    `pages: a procedure from the cache ${cached.toFixed(0)}/s, rendered anew ${rendered.toFixed(0)}/s, ` +
      `a static file ${plain.toFixed(0)}/s; ratio to the file ${(cached / plain).toFixed(2)} and ${(rendered / plain).toFixed(3)}`,
  );
}

/** The thread that renders, with the page of one procedure as its work. */
class RenderThread {
  private readonly waiting = new Map<number, () => void>();
  private count = 0;

  private constructor(
    private readonly worker: Worker,
    private readonly model: PageModel,
  ) {
    worker.on('message', ({ id }: { id: number }) => {
      this.waiting.get(id)?.();
      this.waiting.delete(id);
    });
  }

  static async open({ origin, call, citizen }: BenchWorld): Promise<RenderThread> {
    const read = async <T>(path: string) => JSON.parse((await call('GET', path, citizen)).body) as T;
    const province = await read<ProvinceView>('/public/province');
    const procedure = await read<ProcedureView>('/public/procedures/2.000908');
    const frame = {
      province,
      origin,
      path: '/',
      language: 'vi',
      text: 'normal',
      contrast: 'normal',
      signedIn: false,
    } as const;
    const program = join(workspaceRoot(), 'dist/apps/portal-pages/server/render-worker.mjs');
    const assets = { stylesheet: '/s.css', script: '/s.js', fonts: [] };
    return new RenderThread(new Worker(program, { workerData: assets }), {
      frame,
      content: { kind: 'procedure', procedure },
    });
  }

  render(): Promise<void> {
    const id = (this.count += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.worker.postMessage({ id, model: this.model });
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Answers per second of so many requests. */
async function rate(count: number, request: () => Promise<void>): Promise<number> {
  const began = performance.now();
  let left = count;
  const visitor = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await request();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
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

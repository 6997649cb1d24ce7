import { Worker } from 'node:worker_threads';
import type { PageAssets, PageModel } from '@mocua/contract';
import { type Logger, problem } from '@mocua/server/kernel';

/** A rendered document, and the hash by which its content policy allows its one inline style; empty without one. */
export interface RenderedPage {
  readonly html: string;
  readonly styleHash: string;
}

/** Turns a model into a document. */
export interface Renderer {
  render(model: PageModel): Promise<RenderedPage>;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly html?: string;
  readonly styleHash?: string;
  readonly failure?: string;
}

interface Waiting {
  readonly resolve: (page: RenderedPage) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Pages that may wait for the thread; whoever comes then is asked to come again. */
const mostWaiting = 200;
/** Megabytes; a page needs a few. */
const memory = 256;

/**
 * Renders pages in a thread of its own, so that neither a slow page nor a page gone wrong holds up or brings down the
 * process. A thread that does not answer in time is ended and another one started.
 */
export class PageRenderer implements Renderer {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private closed = false;

  constructor(
    private readonly program: string,
    private readonly assets: PageAssets,
    private readonly logger: Logger,
    /** Milliseconds; longer than any page takes by far, even on a busy machine. */
    private readonly longest = 8_000,
  ) {}

  /** @throws Problem `system.unavailable` when too many wait already, or this page takes too long */
  async render(model: PageModel): Promise<RenderedPage> {
    if (this.waiting.size >= mostWaiting || this.closed) throw problem('system.unavailable');
    const worker = (this.worker ??= this.start());
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(worker, model.content.kind), this.longest);
      this.waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, model });
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.rejectAll();
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.program, {
      workerData: this.assets,
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // settings of the process, its secrets among them, are none of its business
      env: {},
    });
    worker.unref();
    worker.on('message', (answer: Answer) => this.take(answer));
    worker.on('error', (error) => this.ended(worker, error));
    worker.on('exit', () => this.ended(worker, null));
    return worker;
  }

  private take({ id, html, styleHash, failure }: Answer): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    if (html === undefined) waiting.reject(new Error(`a page could not be rendered: ${failure ?? ''}`));
    else waiting.resolve({ html, styleHash: styleHash ?? '' });
  }

  private giveUp(worker: Worker, kind: string): void {
    this.logger.error({ kind, ms: this.longest }, 'a page took too long to render; starting another thread');
    this.ended(worker, null);
    void worker.terminate();
  }

  /** Whoever still waited for the thread is told so; the next page starts another one. */
  private ended(worker: Worker, error: Error | null): void {
    if (this.worker !== worker) return;
    this.worker = null;
    if (error) this.logger.error({ err: error }, 'the thread that renders pages ended');
    this.rejectAll();
  }

  private rejectAll(): void {
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(problem('system.unavailable'));
    }
    this.waiting.clear();
  }
}

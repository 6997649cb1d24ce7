import type { Logger } from '@mocua/server/kernel';

/** Something that is done again and again. */
export interface Loop {
  readonly name: string;
  /** Pause after a round that found nothing to do. */
  readonly everyMs: number;
  /** Does one round; answers how much it did. A full round is followed by the next at once. */
  readonly round: () => Promise<number>;
}

/** Runs loops side by side until it is stopped. A failing round is logged and tried again after a pause. */
export class LoopRunner {
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(private readonly logger: Logger) {}

  start(loops: readonly Loop[]): void {
    this.running = loops.map((loop) => this.run(loop));
  }

  /** Lets every loop finish its round. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async run(loop: Loop): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let done = 0;
      try {
        done = await loop.round();
      } catch (error) {
        this.logger.error({ err: error, loop: loop.name }, 'round failed');
      }
      if (done === 0) await this.pause(loop.everyMs);
    }
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(finish, ms);
      function finish(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      }
      signal.addEventListener('abort', finish);
    });
  }
}

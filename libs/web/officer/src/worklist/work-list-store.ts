import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { getInbox, getInboxCounters, type InboxItem, type Queue, type ResponseOf } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure } from '@mocua/web/kernel';

const pageSize = 20;
const largestPage = 100;
const refreshEvery = 30_000;

export type InboxCounters = ResponseOf<typeof getInboxCounters>;

/** The lines of one work-list as they are on the screen: read page by page, read anew without losing the place. */
@Injectable()
export class WorkListStore {
  readonly #api = inject(ApiClient);
  readonly #queue = signal<Queue | null>(null);
  readonly #items = signal<readonly InboxItem[] | null>(null);
  readonly #counters = signal<InboxCounters | null>(null);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #loading = signal(false);
  readonly #updatedAt = signal<number | null>(null);
  #next: string | null = null;
  /** Counts the reads; an answer that was overtaken is dropped. */
  #read = 0;

  readonly items = this.#items.asReadonly();
  readonly counters = this.#counters.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly loading = this.#loading.asReadonly();
  readonly updatedAt = this.#updatedAt.asReadonly();
  readonly hasMore = signal(false);
  readonly empty = computed(() => this.#items()?.length === 0);

  constructor() {
    const timer = setInterval(() => {
      if (!document.hidden && !this.#loading()) void this.refresh();
    }, refreshEvery);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.#read += 1;
    });
  }

  /** Shows another work-list, or the same one for another assignment. */
  async open(queue: Queue): Promise<void> {
    this.#queue.set(queue);
    this.#items.set(null);
    this.#next = null;
    this.hasMore.set(false);
    await this.refresh();
  }

  /** Reads as many lines as are shown. The lines on the screen stay until the answer is there. */
  async refresh(): Promise<void> {
    await this.#reading(async (queue, current) => {
      const wanted = Math.max(pageSize, this.#items()?.length ?? 0);
      const [lines, counters] = await Promise.all([
        this.#lines(queue, wanted),
        this.#api.call(getInboxCounters, {}),
      ]);
      if (!current()) return;
      this.#show(lines.items, lines.next);
      this.#counters.set(counters);
    });
  }

  async more(): Promise<void> {
    const after = this.#next;
    if (after === null) return;
    await this.#reading(async (queue, current) => {
      const page = await this.#api.call(getInbox, { query: { queue, limit: pageSize, after } });
      if (!current()) return;
      // a dossier may have moved down since the first page was read
      const shown = new Set(this.#items()?.map((item) => item.dossierId));
      this.#show(
        [...(this.#items() ?? []), ...page.items.filter((item) => !shown.has(item.dossierId))],
        page.next,
      );
    });
  }

  async #lines(queue: Queue, wanted: number): Promise<ResponseOf<typeof getInbox>> {
    const items: InboxItem[] = [];
    const seen = new Set<string>();
    let next: string | null = null;
    do {
      const limit = Math.min(largestPage, wanted - items.length);
      const page: ResponseOf<typeof getInbox> = await this.#api.call(getInbox, {
        query: next === null ? { queue, limit } : { queue, limit, after: next },
      });
      // keyset paging over a living list can meet a dossier twice
      const fresh = page.items.filter((item) => !seen.has(item.dossierId));
      for (const item of fresh) seen.add(item.dossierId);
      items.push(...fresh);
      next = fresh.length === 0 ? null : page.next;
    } while (next !== null && items.length < wanted);
    return { items, next };
  }

  async #reading(work: (queue: Queue, current: () => boolean) => Promise<void>): Promise<void> {
    const queue = this.#queue();
    if (queue === null) return;
    const read = (this.#read += 1);
    const current = () => read === this.#read;
    this.#loading.set(true);
    try {
      await work(queue, current);
      if (current()) this.#failure.set(null);
    } catch (error) {
      if (current()) this.#failure.set(asApiFailure(error));
    } finally {
      if (current()) this.#loading.set(false);
    }
  }

  #show(items: readonly InboxItem[], next: string | null): void {
    this.#items.set(items);
    this.#next = next;
    this.hasMore.set(next !== null);
    this.#updatedAt.set(Date.now());
  }
}

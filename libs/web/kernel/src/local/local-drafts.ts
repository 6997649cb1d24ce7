import { Injectable } from '@angular/core';
import type { Answers } from '@mocua/contract';

/** Answers kept in this browser until the server has them. */
export interface LocalDraft {
  /** Draft id, or another name of the input that is kept. */
  readonly key: string;
  /** Version on the server that these answers began from. */
  readonly baseVersion: number;
  readonly answers: Answers;
  /** ISO instant. */
  readonly keptAt: string;
}

const store = 'drafts';

/**
 * Keeps what was typed on this device while the server cannot be reached. For citizens only, emptied at log-out.
 * A browser without IndexedDB keeps it in memory: the page itself still loses nothing.
 */
@Injectable({ providedIn: 'root' })
export class LocalDrafts {
  readonly #memory = new Map<string, LocalDraft>();
  #opening: Promise<IDBDatabase | null> | null = null;

  async keep(draft: LocalDraft): Promise<void> {
    this.#memory.set(draft.key, draft);
    await this.#run('readwrite', (drafts) => drafts.put(draft));
  }

  async find(key: string): Promise<LocalDraft | null> {
    const kept = this.#memory.get(key);
    if (kept !== undefined) return kept;
    return ((await this.#run('readonly', (drafts) => drafts.get(key))) as LocalDraft | undefined) ?? null;
  }

  async forget(key: string): Promise<void> {
    this.#memory.delete(key);
    await this.#run('readwrite', (drafts) => drafts.delete(key));
  }

  async clear(): Promise<void> {
    this.#memory.clear();
    await this.#run('readwrite', (drafts) => drafts.clear());
  }

  async #run(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await (this.#opening ??= open());
    if (database === null) return undefined;
    return new Promise((resolve) => {
      const request = work(database.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      // the copy in memory still stands; a full disk must not stop the person from typing
      request.onerror = () => resolve(undefined);
    });
  }
}

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') {
      resolve(null);
      return;
    }
    const request = indexedDB.open('mocua', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Answers, DraftView } from '@mocua/contract';
import { getDraft, saveDraft } from '@mocua/contract/frame';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  isProblem,
  type LocalDraft,
  LocalDrafts,
} from '@mocua/web/kernel';
import { sameAnswers } from './same-answers';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  /** Kept on this device; will be sent again. */
  | { readonly kind: 'kept'; readonly failure: ApiFailure }
  /** Somebody saved another version meanwhile; both are there. */
  | { readonly kind: 'conflict'; readonly theirs: DraftView };

/** Quiet time after the last key, and time until the next try, in milliseconds. */
const settleTime = 1200;
const retryTime = 10_000;

/** Sends the answers as they stand, one save at a time, and keeps them on this device until the server has them. */
@Injectable()
export class DraftSaver {
  readonly #api = inject(ApiClient);
  readonly #local = inject(LocalDrafts);
  readonly #state = signal<SaveState | null>(null);
  readonly #version = signal(0);
  #draft: DraftView | null = null;
  /** What the server does not have yet. */
  #pending: Answers | null = null;
  /** What was sent upon a version: any of it may have arrived though no answer came. */
  #unanswered: { readonly version: number; readonly answers: readonly Answers[] } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  readonly state = this.#state.asReadonly();
  /** Version of the draft on the server. */
  readonly version = this.#version.asReadonly();

  constructor() {
    const again = (): void => void this.flush();
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    addEventListener('online', again);
    document.addEventListener('visibilitychange', leave);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', leave);
      void this.flush();
      clearTimeout(this.#timer);
    });
  }

  begin(draft: DraftView): void {
    this.#draft = draft;
    this.#version.set(draft.version);
    this.#pending = null;
    this.#state.set({ kind: 'saved', at: draft.savedAt });
  }

  keep(answers: Answers): void {
    const draft = this.#draft;
    if (draft === null) return;
    this.#pending = answers;
    this.#keepHere(draft, answers);
    if (this.#state()?.kind !== 'conflict') this.#schedule(settleTime);
  }

  /** Goes on with answers kept on this device; if the server has others meanwhile, that is a conflict. */
  resume(kept: LocalDraft, draft: DraftView): void {
    if (sameAnswers(draft, draft.answers, kept.answers)) {
      void this.#local.forget(draft.draftId); // they had arrived when the page was left
      return;
    }
    this.#pending = kept.answers;
    if (kept.baseVersion < draft.version) this.#state.set({ kind: 'conflict', theirs: draft });
    else this.#schedule(0);
  }

  /** Chooses one version of a conflict. Returns the other one when it is to be shown. */
  settle(keep: 'mine' | 'theirs'): DraftView | null {
    const state = this.#state();
    if (state?.kind !== 'conflict') return null;
    this.#version.set(state.theirs.version);
    this.#state.set({ kind: 'saved', at: state.theirs.savedAt });
    if (keep === 'mine') return null;
    this.#pending = null;
    void this.#local.forget(state.theirs.draftId);
    return state.theirs;
  }

  /** Saves at once what is not saved yet; resolves when the server has it or could not be reached. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    // several may wait for the same save; only the first of them begins the next one
    while (this.#running !== null) await this.#running;
    if (this.#pending === null || this.#state()?.kind === 'conflict') return;
    this.#running = this.#save(this.#pending).finally(() => (this.#running = null));
    await this.#running;
  }

  /** Whether the server has everything. */
  get clean(): boolean {
    return this.#pending === null && this.#running === null;
  }

  async #save(answers: Answers): Promise<void> {
    const draft = this.#draft;
    if (draft === null) return;
    const { draftId } = draft;
    this.#state.set({ kind: 'saving' });
    const version = this.#version();
    const unanswered = this.#unanswered?.version === version ? this.#unanswered.answers : [];
    this.#unanswered = { version, answers: [...unanswered, answers] };
    try {
      const saved = await this.#api.call(saveDraft, {
        params: { draftId },
        body: { version, answers },
      });
      this.#version.set(saved.version);
      if (this.#pending === answers) {
        this.#pending = null;
        await this.#local.forget(draftId);
      } else {
        this.#goOn(draft);
      }
      this.#state.set({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      await this.#recover(asApiFailure(error), draft);
    }
  }

  async #recover(failure: ApiFailure, draft: DraftView): Promise<void> {
    if (isProblem(failure, 'draft.stale')) {
      const theirs = await this.#api
        .call(getDraft, { params: { draftId: draft.draftId } })
        .catch(asApiFailure);
      if ('draftId' in theirs && this.#isOurs(theirs)) {
        const rest = this.#pending;
        this.begin(theirs);
        if (rest !== null && !sameAnswers(theirs, theirs.answers, rest)) {
          this.#pending = rest;
          this.#goOn(theirs);
        } else await this.#local.forget(draft.draftId);
        return;
      }
      if ('draftId' in theirs) {
        this.#state.set({ kind: 'conflict', theirs });
        return;
      }
    }
    this.#state.set({ kind: 'kept', failure });
    if (failure.kind === 'connection' || failure.document.status >= 500) this.#schedule(retryTime);
  }

  /** A save that arrived while its answer got lost comes back as our own answers: no conflict then. */
  #isOurs(theirs: DraftView): boolean {
    if (this.#pending !== null && sameAnswers(theirs, theirs.answers, this.#pending)) return true;
    const sent = this.#unanswered;
    if (sent === null || theirs.version !== sent.version + 1) return false;
    return sent.answers.some((answers) => sameAnswers(theirs, theirs.answers, answers));
  }

  /** More was typed meanwhile: it now begins from the version that the server has. */
  #goOn(draft: DraftView): void {
    if (this.#pending !== null) this.#keepHere(draft, this.#pending);
    this.#schedule(settleTime);
  }

  #keepHere(draft: DraftView, answers: Answers): void {
    const keptAt = new Date().toISOString();
    void this.#local.keep({ key: draft.draftId, baseVersion: this.#version(), answers, keptAt });
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }
}

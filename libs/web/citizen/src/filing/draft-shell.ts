import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import type { DraftId } from '@mocua/contract';
import { Language, Localized, Session, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui/frame';
import { AnswersConflict } from './answers-conflict';
import { DraftSaver } from './draft-saver';
import { DraftStore } from './draft-store';
import { RegisterNotice } from './register-notice';
import { SaveStatus } from './save-status';
import { Submission } from './submission';

/** The frame around the steps of one draft: what is being filed, where one is, and whether it is saved. */
@Component({
  selector: 'mocua-draft-shell',
  imports: [
    RouterOutlet,
    RouterLink,
    Localized,
    LoadingState,
    ProblemNotice,
    SaveStatus,
    AnswersConflict,
    RegisterNotice,
  ],
  providers: [DraftStore, DraftSaver, Submission],
  templateUrl: './draft-shell.html',
})
export class DraftShell {
  /** Bound from the route. */
  readonly draftId = input.required<DraftId>();
  readonly #router = inject(Router);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly store = inject(DraftStore);
  protected readonly t = useTexts();
  protected readonly conflict = computed(() => {
    const state = this.store.saver.state();
    return state?.kind === 'conflict' ? state.theirs : null;
  });

  constructor() {
    // read once for each draft: an answer that comes again, and late, would be older than what was typed meanwhile
    effect(() => {
      const draftId = this.draftId();
      untracked(() => void this.store.load(draftId));
    });
    // signing in again in another tab makes what was kept here go out at once
    effect(() => {
      if (!this.#session.ended()) untracked(() => void this.store.saver.flush());
    });
    effect(() => {
      const draft = this.store.draft();
      // a draft belongs to whom it is for: their name stands above it, and the header of every call says so
      if (draft !== null) this.#session.actFor(draft.actingFor.partyId);
      if (draft?.dossierId != null) {
        void this.#router.navigate(['/ho-so', draft.dossierId, 'bien-nhan'], { replaceUrl: true });
      } else if (draft !== null && this.#atRoot()) {
        const first = this.store.steps()[0]?.path;
        if (first !== undefined)
          void this.#router.navigate(['/ban-nhap', draft.draftId, first], { replaceUrl: true });
      }
    });
  }

  protected name(path: string, kind: string): string {
    if (kind !== 'form') return this.t(`filing.step.${kind}`);
    const page = this.store.draft()?.form.pages.find((candidate) => candidate.id === path);
    return this.#language.text(page?.title);
  }

  protected current(path: string): boolean {
    return this.#lastSegment() === path;
  }

  protected position(): number {
    return this.store.steps().findIndex((step) => this.current(step.path));
  }

  protected reload(): void {
    void this.store.load(this.draftId());
  }

  protected login(): void {
    this.#session.login();
  }

  #lastSegment(): string {
    return (
      this.#router.url
        .replace(/[?#].*$/u, '')
        .split('/')
        .at(-1) ?? ''
    );
  }

  #atRoot(): boolean {
    return this.#lastSegment() === this.draftId();
  }
}

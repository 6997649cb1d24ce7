import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type Answers,
  type AttachmentView,
  type DraftId,
  type DraftView,
  getDraft,
  type Provenance,
} from '@mocua/contract';
import {
  compilePublished,
  evaluateForm,
  type FormState,
  journey,
  neededComponents,
} from '@mocua/engine/eform';
import { ApiClient, type ApiFailure, asApiFailure, LocalDrafts, Session } from '@mocua/web/kernel';
import { DraftSaver } from './draft-saver';
import { formFacts } from './today';

export const attachmentsPath = 'giay-to';
export const checkPath = 'kiem-tra';

/** One step of the journey, for the stepper and for "continue". */
export interface DraftStep {
  readonly path: string;
  readonly kind: 'form' | 'attachments' | 'check';
}

/** One draft on the screen: its form as filled in, its files, and how far it is saved. Provided by the draft's shell. */
@Injectable()
export class DraftStore {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #local = inject(LocalDrafts);
  readonly #draft = signal<DraftView | null>(null);
  readonly #state = signal<FormState | null>(null);
  readonly #attachments = signal<readonly AttachmentView[]>([]);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #broken = signal(false);
  readonly saver = inject(DraftSaver);

  readonly draft = this.#draft.asReadonly();
  readonly state = this.#state.asReadonly();
  readonly attachments = this.#attachments.asReadonly();
  readonly failure = this.#failure.asReadonly();
  /** The published form cannot be shown by this page: an older page in an open tab. */
  readonly broken = this.#broken.asReadonly();
  readonly needed = computed(() => {
    const [draft, state] = [this.#draft(), this.#state()];
    return draft === null || state === null ? [] : neededComponents(draft.components, state);
  });
  readonly missing = computed(() =>
    this.needed().filter(
      ({ component, required }) =>
        required && !this.#attachments().some((attachment) => attachment.componentCode === component.code),
    ),
  );
  readonly steps = computed<readonly DraftStep[]>(() => {
    const state = this.#state();
    if (state === null) return [];
    const pages = journey(state).map((page): DraftStep => ({ path: page.id, kind: 'form' }));
    const papers: readonly DraftStep[] =
      this.needed().length > 0 ? [{ path: attachmentsPath, kind: 'attachments' }] : [];
    return [...pages, ...papers, { path: checkPath, kind: 'check' }];
  });

  async load(draftId: DraftId): Promise<void> {
    this.#failure.set(null);
    try {
      const draft = await this.#api.call(getDraft, { params: { draftId } });
      this.#show(draft);
      await this.#restore(draft);
    } catch (error) {
      this.#failure.set(asApiFailure(error));
    }
  }

  /** Takes the form as it stands after the person typed, and keeps it. */
  change(state: FormState): void {
    this.#state.set(state);
    this.saver.keep(state.answers);
  }

  attach(attachment: AttachmentView): void {
    this.#attachments.update((list) => [
      ...list.filter((one) => one.attachmentId !== attachment.attachmentId),
      attachment,
    ]);
  }

  detach(attachmentId: string): void {
    this.#attachments.update((list) => list.filter((one) => one.attachmentId !== attachmentId));
  }

  /** Settles a conflict with what was saved elsewhere. */
  async settle(keep: 'mine' | 'theirs'): Promise<void> {
    const theirs = this.saver.settle(keep);
    if (keep === 'theirs' && theirs !== null) this.#show(theirs);
    await this.saver.flush();
  }

  stepAfter(path: string): string | null {
    const steps = this.steps();
    const position = steps.findIndex((step) => step.path === path);
    return steps[position + 1]?.path ?? null;
  }

  stepBefore(path: string): string | null {
    const steps = this.steps();
    const position = steps.findIndex((step) => step.path === path);
    return steps[position - 1]?.path ?? null;
  }

  provenance(): Readonly<Record<string, Provenance>> {
    return this.#draft()?.provenance ?? {};
  }

  #show(draft: DraftView): void {
    this.#draft.set(draft);
    this.#attachments.set(draft.attachments);
    this.#session.actFor(draft.actingFor.kind === 'self' ? null : draft.actingFor.partyId);
    this.saver.begin(draft);
    this.#fill(draft, draft.answers);
  }

  #fill(draft: DraftView, answers: Answers): void {
    const compiled = compilePublished(draft.form);
    this.#broken.set(!compiled.ok);
    if (compiled.ok) this.#state.set(evaluateForm(compiled.form, answers, formFacts(new Date())));
  }

  /** Brings back what this device kept and the server never got. */
  async #restore(draft: DraftView): Promise<void> {
    const kept = await this.#local.find(draft.draftId);
    if (kept === null || JSON.stringify(kept.answers) === JSON.stringify(draft.answers)) return;
    this.#fill(draft, kept.answers);
    this.saver.resume(kept, draft);
  }
}

import { computed, inject, Injectable, signal } from '@angular/core';
import type { Answers, AttachmentView, DraftId, DraftView, Provenance } from '@mocua/contract';
import { fillFromRegisters, getDraft } from '@mocua/contract/frame';
import type { FormState } from '@mocua/engine/eform';
import { compilePublished, evaluateForm, journey, neededComponents } from '@mocua/engine/eform/page';
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
  readonly #asking = signal(false);
  readonly saver = inject(DraftSaver);

  readonly draft = this.#draft.asReadonly();
  readonly state = this.#state.asReadonly();
  readonly attachments = this.#attachments.asReadonly();
  readonly failure = this.#failure.asReadonly();
  /** The published form cannot be shown by this page: an older page in an open tab. */
  readonly broken = this.#broken.asReadonly();
  /** Whether registers are being asked just now. */
  readonly asking = this.#asking.asReadonly();
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
      // what only this device has comes first: registers are asked when it has gone out
      if (!(await this.#restore(draft))) await this.askRegisters();
    } catch (error) {
      this.#failure.set(asApiFailure(error));
    }
  }

  /** Asks the registers that have not answered yet; what was typed before or meanwhile stays. */
  async askRegisters(): Promise<void> {
    const open = this.#draft()?.registers.some(({ state }) => state === 'to-ask' || state === 'down');
    const draft = this.#draft();
    if (draft === null || draft.dossierId !== null || open !== true || this.#asking()) return;
    this.#asking.set(true);
    try {
      await this.saver.flush();
      const { draftId } = draft;
      const told = await this.#api.call(fillFromRegisters, { params: { draftId } });
      this.#takeTold(told);
    } catch {
      // The form is there and works without: a register that is down, or no connection, is told by its own notice.
    } finally {
      this.#asking.set(false);
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

  /** Puts the answers of registers under what the person typed while they were asked. */
  #takeTold(told: DraftView): void {
    const shown = this.#draft();
    if (shown?.draftId !== told.draftId) return;
    const typed = this.saver.clean ? null : (this.#state()?.answers ?? null);
    if (typed === null) return this.#show(told);
    this.#draft.set(told);
    this.saver.begin(told);
    const own = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
    this.#fill(told, { ...told.answers, ...own });
    this.saver.keep(this.#state()?.answers ?? typed);
  }

  #fill(draft: DraftView, answers: Answers): void {
    const compiled = compilePublished(draft.form);
    this.#broken.set(!compiled.ok);
    if (compiled.ok) this.#state.set(evaluateForm(compiled.form, answers, formFacts(new Date())));
  }

  /** Brings back what this device kept and the server never got. Returns whether there was anything. */
  async #restore(draft: DraftView): Promise<boolean> {
    const kept = await this.#local.find(draft.draftId);
    if (kept === null || JSON.stringify(kept.answers) === JSON.stringify(draft.answers)) return false;
    this.#fill(draft, kept.answers);
    this.saver.resume(kept, draft);
    return true;
  }
}

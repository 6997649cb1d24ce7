import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  type Answers,
  type AttachmentView,
  type DraftView,
  fillFromRegisters,
  openDraft,
  type PartyId,
  saveDraft,
} from '@mocua/contract';
import { compileForm, evaluateForm, type FormState, journey, neededComponents } from '@mocua/engine/eform';
import { ApiClient, type ApiFailure, asApiFailure, Session } from '@mocua/web/kernel';

/** A screen of the filing: one page of the form, the papers, or the last look. */
export type FilingStep =
  { readonly kind: 'form'; readonly page: string } | { readonly kind: 'papers' } | { readonly kind: 'check' };

const settleTime = 900;

/**
 * The draft on the screen. Answers live in memory and on the server, never on the machine; every change goes out a moment
 * after the last key, so that a machine that dies loses a word at most. Provided by the filing screen.
 */
@Injectable()
export class KioskDraft {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #view = signal<DraftView | null>(null);
  readonly #state = signal<FormState | null>(null);
  readonly #attachments = signal<readonly AttachmentView[]>([]);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #atCounter = signal<ReadonlySet<string>>(new Set());
  readonly #asking = signal(false);
  #version = 0;
  #pending: Answers | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  readonly view = this.#view.asReadonly();
  readonly state = this.#state.asReadonly();
  readonly attachments = this.#attachments.asReadonly();
  /** Why the draft could not be opened, or its last change not saved. */
  readonly failure = this.#failure.asReadonly();
  /** Whether registers are being asked just now. */
  readonly asking = this.#asking.asReadonly();
  readonly needed = computed(() => {
    const [view, state] = [this.#view(), this.#state()];
    return view === null || state === null ? [] : neededComponents(view.components, state);
  });
  readonly missing = computed(() =>
    this.needed().filter(
      ({ component, required }) =>
        required && !this.#attachments().some((file) => file.componentCode === component.code),
    ),
  );
  /** Missing papers that the person says they bring to the counter; those cannot be filed here. */
  readonly atCounter = this.#atCounter.asReadonly();
  readonly steps = computed<readonly FilingStep[]>(() => {
    const state = this.#state();
    if (state === null) return [];
    const pages = journey(state).map((page): FilingStep => ({ kind: 'form', page: page.id }));
    const papers: readonly FilingStep[] = this.needed().length > 0 ? [{ kind: 'papers' }] : [];
    return [...pages, ...papers, { kind: 'check' }];
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  get version(): number {
    return this.#version;
  }

  /** Goes on with the open draft for the procedure, or begins one. */
  async open(procedureCode: string, owner: PartyId): Promise<void> {
    this.#failure.set(null);
    try {
      const body = { procedureCode, startNew: false, actingFor: owner };
      const draft = await this.#api.call(openDraft, { body });
      this.#session.actFor(draft.actingFor.kind === 'self' ? null : draft.actingFor.partyId);
      this.#attachments.set(draft.attachments);
      this.#show(draft, draft.answers);
    } catch (error) {
      this.#failure.set(asApiFailure(error));
      return;
    }
    await this.askRegisters();
  }

  /** Asks the registers that have not answered yet; what was typed before or meanwhile stays. */
  async askRegisters(): Promise<void> {
    const open = this.#view()?.registers.some(({ state }) => state === 'to-ask' || state === 'down');
    if (open !== true || this.#asking()) return;
    this.#asking.set(true);
    // In the row of saves: an answer makes a new version, and a save on the way would be one of the old.
    this.#running = this.#running.then(() => this.#send()).then(() => this.#ask());
    await this.#running;
    this.#asking.set(false);
  }

  change(state: FormState): void {
    this.#state.set(state);
    this.#pending = state.answers;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), settleTime);
  }

  attach(file: AttachmentView): void {
    this.#attachments.update((files) => [...files, file]);
  }

  detach(attachmentId: string): void {
    this.#attachments.update((files) => files.filter((file) => file.attachmentId !== attachmentId));
  }

  bring(component: string): void {
    this.#atCounter.update((codes) => new Set([...codes, component]));
  }

  /** Sends what the server does not have yet; one save at a time. Answers whether the server has everything. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#send());
    await this.#running;
    return this.#pending === null;
  }

  async #ask(): Promise<void> {
    const view = this.#view();
    if (view === null) return;
    try {
      const told = await this.#api.call(fillFromRegisters, { params: { draftId: view.draftId } });
      const typed = this.#pending ?? {};
      const own = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
      this.#show(told, { ...told.answers, ...own });
      if (this.#pending !== null) this.#pending = this.#state()?.answers ?? this.#pending;
    } catch (error) {
      // The form is there and works without them; a machine without a connection says so when it saves.
      asApiFailure(error);
    }
  }

  #show(draft: DraftView, answers: Answers): void {
    const compiled = compileForm(draft.form);
    if (!compiled.ok) throw new Error(`form ${draft.procedure.code} cannot be shown`);
    this.#version = draft.version;
    this.#view.set(draft);
    this.#state.set(evaluateForm(compiled.form, answers, { today: todayInVietnam(new Date()) }));
  }

  async #send(): Promise<void> {
    const [view, answers] = [this.#view(), this.#pending];
    if (view === null || answers === null) return;
    try {
      const saved = await this.#api.call(saveDraft, {
        params: { draftId: view.draftId },
        body: { version: this.#version, answers },
      });
      this.#version = saved.version;
      if (this.#pending === answers) this.#pending = null;
      this.#failure.set(null);
    } catch (error) {
      this.#failure.set(asApiFailure(error));
    }
  }
}

/** `YYYY-MM-DD` */
function todayInVietnam(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}

import { computed, inject, Injectable, signal } from '@angular/core';
import {
  deleteDraft,
  type DraftView,
  getDraft,
  openDraft,
  type PartyId,
  saveDraft,
  submitDossier,
  uploadToDraft,
} from '@mocua/contract';
import {
  type CompiledForm,
  compilePublished,
  evaluateForm,
  inLanguage,
  type NeededComponent,
  neededComponents,
  validateAnswers,
} from '@mocua/engine/eform';
import { ApiClient, asApiFailure, Language, newIdempotencyKey, Session, useTexts } from '@mocua/web/kernel';
import { formFacts } from '../filing/today';
import { useUnitChoices } from '../filing/unit-choices';
import { answersOfLine, keyColumn, unknownColumns } from './answers-of-line';
import { type BatchLine, digestOf, filesFor, type LineState, mergeLines, openLines } from './batch-line';
import { readTable } from './read-table';

/** Why a table cannot be used at all; a key of the texts and its parameters. */
export interface TableTrouble {
  readonly key: 'empty' | 'too-long' | 'quote-open' | 'columns' | 'keys';
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Files many dossiers from one table, each by the same calls as a single one: draft, answers, papers, submission. A line
 * that fails leaves its draft behind and the others alone; pressing the button again goes on where it stopped. A line that
 * was filed is not filed again, also when the page is opened anew with the same table.
 */
@Injectable()
export class BatchFiling {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  readonly #t = useTexts();
  readonly #units = useUnitChoices();
  readonly #lines = signal<readonly BatchLine[]>([]);
  readonly #keys = new Map<string, string>();
  /** A draft of which only the form and what is known of the filer are kept. */
  #draft: DraftView | null = null;

  readonly lines = this.#lines.asReadonly();
  readonly trouble = signal<TableTrouble | null>(null);
  readonly busy = signal(false);
  readonly files = signal<readonly File[]>([]);
  readonly left = computed(() => openLines(this.#lines()).length);
  readonly filed = computed(() => this.#lines().filter(({ state }) => state.kind === 'filed').length);

  /** The form of the procedure, from a draft that is thrown away at once. */
  async form(code: string): Promise<CompiledForm> {
    if (this.#draft === null) {
      this.#draft = await this.#open(code);
      const params = { draftId: this.#draft.draftId };
      await this.#api.call(deleteDraft, { params }).catch(asApiFailure); // an empty draft more does no harm
    }
    const compiled = compilePublished(this.#draft.form);
    if (!compiled.ok) throw new Error(`the form of ${code} does not compile`);
    return compiled.form;
  }

  async read(code: string, text: string): Promise<void> {
    this.trouble.set(null);
    const table = readTable(text);
    if (!table.ok) return this.trouble.set({ key: table.reason, params: {} });
    const form = await this.form(code);
    const unknown = unknownColumns(form, table.header);
    if (unknown.length > 0)
      return this.trouble.set({ key: 'columns', params: { names: unknown.join(', ') } });
    const at = table.header.indexOf(keyColumn);
    const next = table.lines.map(({ number, cells }): BatchLine => {
      const answers = answersOfLine(form, table.header, cells, this.#units());
      const key = (at < 0 ? '' : (cells[at] ?? '')) || String(number);
      return { number, key, answers, draftId: null, state: this.#judge(form, answers) };
    });
    const twice = next.find((line, index) => next.findIndex((other) => other.key === line.key) !== index);
    if (twice) return this.trouble.set({ key: 'keys', params: { name: twice.key } });
    this.#lines.set(mergeLines(this.#lines(), next));
  }

  /** Works through the lines that are right, one after the other. */
  async run(code: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const form = await this.form(code);
      for (const line of openLines(this.#lines())) {
        this.#change(line.key, { state: { kind: 'working' } });
        this.#change(line.key, { state: await this.#file(code, form, line) });
      }
    } finally {
      this.busy.set(false);
    }
  }

  #judge(form: CompiledForm, answers: BatchLine['answers']): LineState {
    const whole = { ...this.#draft?.answers, ...answers };
    const checked = validateAnswers(form, whole, formFacts(new Date()), 'submission');
    if (checked.ok) return { kind: 'ready' };
    const told = inLanguage(checked.problems, this.#language.current()).map(({ message }) => message);
    return { kind: 'wrong', messages: told.slice(0, 6) };
  }

  async #file(code: string, form: CompiledForm, line: BatchLine): Promise<LineState> {
    try {
      const draft = await this.#draftFor(code, line);
      const params = { draftId: draft.draftId };
      let { version } = draft;
      // A draft that was filed although its answer never came only has to be asked for its receipt.
      if (draft.dossierId === null) {
        const answers = { ...draft.answers, ...line.answers };
        ({ version } = await this.#api.call(saveDraft, { params, body: { version, answers } }));
        const state = evaluateForm(form, answers, formFacts(new Date()));
        const papers = await this.#attach(draft, line.key, neededComponents(draft.components, state));
        if (papers.length > 0) return { kind: 'needs-papers', papers };
      }
      const idempotencyKey = this.#keyFor(draft.draftId);
      const receipt = await this.#api.call(submitDossier, { params, body: { version }, idempotencyKey });
      return { kind: 'filed', transactionCode: receipt.transactionCode, dossierId: receipt.dossierId };
    } catch (error) {
      const failure = asApiFailure(error);
      const message = failure.kind === 'problem' ? failure.document.detail : this.#t('batch.connection');
      return { kind: 'failed', message };
    }
  }

  /** Uploads the papers of a line that its draft does not hold yet. Answers the names of those still missing. */
  async #attach(draft: DraftView, key: string, needed: readonly NeededComponent[]): Promise<string[]> {
    const missing: string[] = [];
    for (const { component, required } of needed) {
      const there = draft.attachments.filter((file) => file.componentCode === component.code);
      const files = filesFor(this.files(), key, component.code).filter(
        (file) => !there.some((each) => each.fileName === file.name.normalize('NFC')),
      );
      for (const file of files.slice(0, component.maxFiles - there.length)) {
        const query = { component: component.code, fileName: file.name.normalize('NFC') };
        const params = { draftId: draft.draftId };
        await this.#api.upload(uploadToDraft, { params, query }, file, () => undefined);
      }
      if (required && there.length + files.length === 0) missing.push(this.#language.text(component.name));
    }
    return missing;
  }

  /** A line that is tried again goes on with its own draft. */
  async #draftFor(code: string, line: BatchLine): Promise<DraftView> {
    if (line.draftId !== null) return this.#api.call(getDraft, { params: { draftId: line.draftId } });
    const draft = await this.#open(code, await digestOf(line));
    this.#change(line.key, { draftId: draft.draftId });
    return draft;
  }

  #open(procedureCode: string, ofLine?: string): Promise<DraftView> {
    const actingFor: PartyId | undefined = this.#session.actingFor()?.partyId;
    const body = {
      procedureCode,
      startNew: true,
      ...(actingFor && { actingFor }),
      ...(ofLine && { ofLine }),
    };
    return this.#api.call(openDraft, { body });
  }

  /** One key a draft: a submission whose answer was lost is repeated, not filed again. */
  #keyFor(draftId: string): string {
    const kept = this.#keys.get(draftId) ?? newIdempotencyKey();
    this.#keys.set(draftId, kept);
    return kept;
  }

  #change(key: string, change: Partial<BatchLine>): void {
    this.#lines.update((lines) => lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  }
}

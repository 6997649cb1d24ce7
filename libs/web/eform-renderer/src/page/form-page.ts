import { ApplicationRef, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { Answers, FieldProblem, Provenance } from '@mocua/contract';
import { evaluateForm, restrictTo } from '@mocua/engine/eform/page';
import type { CompiledForm, FormFacts, FormState } from '@mocua/engine/eform';
import { FormFieldEntry } from '../field/form-field-entry';
import { say } from '../texts/renderer-texts';
import type { RendererLang } from '../texts/renderer-texts';
import { PageContext } from './page-context';
import type { PageInputs, UnitChoices, WardOption } from './page-context';
import { RepeatingSection } from './repeating-section';

/**
 * One page of a form as plain semantic HTML: intro, sections, fields. The heading, the error summary and the buttons
 * belong to the host page. Give either `state`, or `form` with `answers` and `facts`.
 */
@Component({
  selector: 'mocua-form-page',
  imports: [FormFieldEntry, RepeatingSection],
  providers: [PageContext],
  templateUrl: './form-page.html',
})
export class FormPage {
  readonly pageId = input.required<string>();
  readonly state = input<FormState>();
  readonly form = input<CompiledForm>();
  readonly answers = input<Answers>({});
  readonly facts = input<FormFacts>();
  /** What to correct, each shown at its field. */
  readonly problems = input<readonly FieldProblem[]>([]);
  /** Shows everything and lets nothing be changed. */
  readonly locked = input(false);
  /** Answering a supplement: the only fields that may change. */
  readonly openFields = input<readonly string[] | null>(null);
  readonly instructions = input<Readonly<Record<string, string>>>({});
  readonly units = input<UnitChoices>({});
  readonly wards = input<readonly WardOption[]>([]);
  readonly provenance = input<Readonly<Record<string, Provenance>>>({});
  readonly lang = input<RendererLang>('vi');
  /** After every change that the person completed. */
  readonly answersChange = output<Answers>();
  readonly stateChange = output<FormState>();

  readonly #application = inject(ApplicationRef);
  readonly #emitted = new WeakMap<Answers, FormState>();
  protected readonly current = linkedSignal(() => this.#evaluate());
  protected readonly page = computed(() =>
    this.current().form.pages.find((page) => page.definition.id === this.pageId()),
  );
  protected readonly lockedNotice = computed(() =>
    this.current().form.open === null ? '' : say(this.lang(), 'lockedPage'),
  );
  readonly #inputs = computed<PageInputs>(() => ({
    lang: this.lang(),
    problems: this.problems(),
    readOnly: this.locked(),
    units: this.units(),
    wards: this.wards(),
    provenance: this.provenance(),
    instructions: this.instructions(),
  }));

  constructor() {
    inject(PageContext).connect(this.#inputs, this.current, (state) => this.#change(state));
  }

  protected sectionVisible(id: string): boolean {
    return this.current().section(id)?.visible === true;
  }

  #evaluate(): FormState {
    const state = this.state();
    const form = state?.form ?? this.form();
    const facts = state?.facts ?? this.facts();
    if (form === undefined || facts === undefined) {
      throw new Error('mocua-form-page needs `state`, or `form` and `facts`');
    }
    const open = this.openFields();
    if (state !== undefined && (open === null || form.open !== null)) return state;
    const answers = state?.answers ?? this.answers();
    // The host hands our own answers back; evaluating them again would lose nothing but time.
    return (
      this.#emitted.get(answers) ??
      evaluateForm(open === null ? form : restrictTo(form, open), answers, facts)
    );
  }

  #change(state: FormState): void {
    if (this.locked() || state === this.current()) return;
    const { answers } = state;
    this.#emitted.set(answers, state);
    this.current.set(state);
    this.stateChange.emit(state);
    this.answersChange.emit(answers);
    // A slow machine draws later than the next key comes, and Tab would pass a question that this answer has opened.
    queueMicrotask(() => this.#application.tick());
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type OfficerDossierView, requestSupplement, type SupplementItem } from '@mocua/contract';
import { compileForm, readBack } from '@mocua/engine/eform';
import { ApiClient, Language, useTexts } from '@mocua/web/kernel';
import { DossierStore } from '../dossier/dossier-store';
import { factsAt } from '../dossier/form-facts';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { type CheckedField, messageAt, problemsOf } from './field-check';
import {
  componentOptions,
  fieldGroups,
  itemsOf,
  keyOf,
  optionAt,
  type SupplementChoice,
  type SupplementOption,
  toggle,
  writeInstruction,
} from './supplement-choice';
import { SupplementOptionField } from './supplement-option-field';
import { TextField } from './text-field';

interface SupplementRequest {
  reason: string;
  items: SupplementItem[];
  ground?: string;
}

/** Chooses exactly what the applicant has to correct; sent at once by the one-stop, or prepared by a specialist. */
@Component({
  selector: 'mocua-supplement-form',
  imports: [ActionFrame, SupplementOptionField, TextField],
  templateUrl: './supplement-form.html',
})
export class SupplementForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly action = input.required<'request-supplement' | 'prepare-supplement'>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<SupplementRequest>();
  protected readonly choice = signal<SupplementChoice>(new Map());
  protected readonly reason = signal('');
  protected readonly ground = signal('');
  protected readonly tried = signal(false);

  protected readonly procedure = inject(DossierStore).procedure;
  /** Answers in the words of the form: an officer reads no codes. */
  readonly #shown = computed(() => {
    const { form, answers, submittedAt, competentUnit } = this.dossier();
    const compiled = compileForm(form);
    if (!compiled.ok) return new Map<string, string>();
    const pages = readBack(compiled.form, answers, {
      facts: factsAt(submittedAt),
      lang: this.language.current(),
      unitName: (id) => (id === competentUnit.unitId ? competentUnit.name : undefined),
    });
    const rows = pages.flatMap((page) => page.rows.filter((row) => row.answered));
    return new Map(rows.map((row) => [row.path, row.text]));
  });
  protected readonly groups = computed(() => fieldGroups(this.dossier().form, this.#shown()));
  /** Where the list of papers cannot be had, the ones handed in still can be asked for again. */
  protected readonly papers = computed(() => {
    const { attachments } = this.dossier();
    const handedIn = [...new Set(attachments.map((file) => file.componentCode))];
    const known = this.procedure.value()?.components;
    return componentOptions(
      known ?? handedIn.map((code) => ({ code, name: { vi: code, en: code } })),
      attachments,
    );
  });
  readonly #options = computed<readonly SupplementOption[]>(() => [
    ...this.groups().flatMap((group) => group.options),
    ...this.papers(),
  ]);
  protected readonly items = computed(() => itemsOf(this.choice(), this.#options()));
  protected readonly chosen = computed(() =>
    this.#options().filter((option) => this.choice().has(keyOf(option))),
  );
  protected readonly groundNeeded = computed(
    () => this.dossier().supplementRequests > 0 || this.run.failureCode() === 'supplement.ground-required',
  );

  protected readonly problems = computed(() => {
    const asked = this.#options()[0];
    const fields: CheckedField[] = [
      {
        target: asked ? this.idOf(asked) : 'supplement-reason',
        path: '/items',
        problem: this.tried() && this.items().length === 0 ? this.t('officer.supplement.noneChosen') : '',
      },
      ...this.items().map((item, index) => ({
        target: `${this.idOf(item)}-instruction`,
        path: `/items/${String(index)}/instruction`,
        problem: this.#tooShort(item.instruction, 3, this.#labelOf(item)),
      })),
      {
        target: 'supplement-reason',
        path: '/reason',
        problem: this.#tooShort(this.reason(), 10, this.t('officer.supplement.reason')),
      },
      {
        target: 'supplement-ground',
        path: '/ground',
        problem: this.groundNeeded()
          ? this.#tooShort(this.ground(), 3, this.t('officer.supplement.ground'))
          : '',
      },
    ];
    return problemsOf(fields, this.run.fields());
  });

  protected idOf(option: Pick<SupplementOption, 'kind' | 'ref'>): string {
    return `supplement-${option.kind}-${option.ref}`;
  }

  protected instructionOf(option: SupplementOption): string | null {
    return this.choice().get(keyOf(option)) ?? null;
  }

  protected problemOf(option: SupplementOption): string {
    const about = this.run.fields().find((problem) => optionAt(problem, this.items()) === keyOf(option));
    return messageAt(this.problems(), `${this.idOf(option)}-instruction`) || (about?.message ?? '');
  }

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected toggle(option: SupplementOption): void {
    this.choice.update((choice) => toggle(choice, keyOf(option)));
  }

  protected write(option: SupplementOption, instruction: string): void {
    this.choice.update((choice) => writeInstruction(choice, keyOf(option), instruction));
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    const ownProblem =
      this.items().some((item) => item.instruction.length < 3) || this.reason().trim().length < 10;
    if (this.items().length === 0 || ownProblem || (this.groundNeeded() && this.ground().trim().length < 3))
      return;
    const ground = this.ground().trim() === '' ? {} : { ground: this.ground() };
    const typed: SupplementRequest = { reason: this.reason(), items: [...this.items()], ...ground };
    const { dossierId } = this.dossier();
    const done = await this.run.send(typed, (body, idempotencyKey) =>
      this.#api.call(requestSupplement, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }

  #labelOf(item: SupplementItem): string {
    return this.language.text(this.#options().find((option) => keyOf(option) === keyOf(item))?.label);
  }

  #tooShort(value: string, min: number, label: string): string {
    return this.tried() && value.trim().length < min
      ? this.t('officer.action.writeAtLeast', { min, label })
      : '';
  }
}

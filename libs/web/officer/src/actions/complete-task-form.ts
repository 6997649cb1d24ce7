import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  type Answers,
  completeTask,
  type FieldProblem,
  listHandovers,
  listOutgoingDocuments,
  type OfficerDossierView,
  type TaskView,
} from '@mocua/contract';
import { compileForm, inLanguage, unitFiltersOf, validateAnswers } from '@mocua/engine/eform';
import { controlId, FormPage } from '@mocua/web/eform-renderer';
import { ApiClient, formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { factsAt } from '../dossier/form-facts';
import { useUnitChoices } from '../dossier/unit-choices';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { missingOf, noPaper, type SectorPaper } from './sector-paper';
import { SectorPaperFields } from './sector-paper-fields';
import { TextField } from './text-field';

interface Completion {
  outcome: string;
  values: Answers;
  comment?: string;
  byHand?: SectorPaper;
  numberedHere?: { reason: string };
}

/** Works on one step of the process: its form, its outcome, and a comment where the outcome needs one. */
@Component({
  selector: 'mocua-complete-task-form',
  imports: [ActionFrame, FormPage, SectorPaperFields, TextField],
  templateUrl: './complete-task-form.html',
})
export class CompleteTaskForm {
  readonly dossier = input.required<OfficerDossierView>();
  /** As it was when the form was opened: a step that somebody else completes stays readable here. */
  readonly task = input.required<TaskView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<Completion>();
  protected readonly outcome = signal('');
  protected readonly comment = signal('');
  /** Begins with what the process already knows; a dossier that is read anew does not touch it. */
  protected readonly values = linkedSignal<TaskView, Answers>({
    source: this.task,
    computation: (task, previous) => previous?.value ?? task.values,
  });
  protected readonly form = computed(() => {
    const definition = this.task().form;
    const compiled = definition === null ? null : compileForm(definition);
    return compiled?.ok === true ? compiled.form : null;
  });
  protected readonly units = useUnitChoices(() => unitFiltersOf(this.form()));
  protected readonly facts = factsAt(Date.now());
  protected readonly tried = signal(false);
  readonly #handovers = loadEndpoint(listHandovers, () => this.#elsewhere((system) => !isDocuments(system)));
  readonly #documents = loadEndpoint(listOutgoingDocuments, () => this.#elsewhere(isDocuments));
  /** The step as it stands in the sector system that does it; nothing for a step of officers. */
  protected readonly handover = computed(() => {
    const found = this.#handovers.value()?.items.find(({ taskId }) => taskId === this.task().taskId);
    return found?.byHand === 'free' ? undefined : found;
  });
  protected readonly paper = signal<SectorPaper>(noPaper);
  /** The document that is signed, numbered and issued elsewhere; nothing where that is done here. */
  protected readonly document = computed(() => {
    const found = this.#documents.value()?.items.find(({ taskId }) => taskId === this.task().taskId);
    return found?.byHand === 'free' ? undefined : found;
  });
  protected readonly reason = signal('');
  readonly #reasonProblem = computed(() =>
    this.tried() && this.document()?.byHand === 'reason' && this.reason().trim().length < 10
      ? this.t('officer.action.writeAtLeast', { min: 10, label: this.t('officer.outgoing.here.reason') })
      : '',
  );

  protected readonly name = computed(() => `task-${this.task().nodeId}`);
  protected readonly commentNeeded = computed(
    () =>
      this.task().outcomes.find((outcome) => outcome.code === this.outcome())?.commentRequired === true ||
      this.run.failureCode() === 'task.comment-required',
  );
  readonly #outcomeProblem = computed(() =>
    this.tried() && this.outcome() === ''
      ? this.t('officer.action.chooseOne', { label: this.t('officer.task.lead') })
      : '',
  );
  readonly #commentProblem = computed(() =>
    this.tried() && this.commentNeeded() && this.comment().trim().length < 3
      ? this.t('officer.action.writeAtLeast', { min: 3, label: this.t('officer.task.comment') })
      : '',
  );
  readonly #checked = signal<readonly FieldProblem[]>([]);
  /** Problems at the fields of the step's form: found here, or named by the server. */
  protected readonly formProblems = computed<readonly FieldProblem[]>(() => {
    const known = new Set(
      this.form()?.definition.pages.flatMap((page) =>
        page.sections.flatMap((section) => [section.id, ...section.fields.map((field) => field.id)]),
      ),
    );
    const server = this.run
      .fields()
      .map((problem) => ({
        ...problem,
        path: problem.path.replace(/^\/?(?:values[/.])?/u, '').replaceAll('/', '.'),
      }))
      .filter((problem) => known.has(problem.path.split('.')[0] ?? ''));
    return [...this.#checked(), ...server];
  });
  protected readonly problems = computed(() => [
    ...this.formProblems().map((problem) => ({ target: controlId(problem.path), message: problem.message })),
    ...problemsOf(
      [
        {
          target: this.outcomeId(this.task().outcomes[0]?.code ?? ''),
          path: '/outcome',
          problem: this.#outcomeProblem(),
        },
        { target: `${this.name()}-comment`, path: '/comment', problem: this.#commentProblem() },
        { target: `${this.name()}-here`, path: '/numberedHere/reason', problem: this.#reasonProblem() },
      ],
      this.run.fields(),
    ),
  ]);

  protected outcomeId(code: string): string {
    return `${this.name()}-outcome-${code}`;
  }

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    this.#checked.set(this.#formProblems());
    const needsPaper = this.handover()?.byHand === 'paper';
    if (needsPaper && missingOf(this.paper()).length > 0) return;
    if (this.#checked().length > 0 || this.outcome() === '' || this.#commentProblem() !== '') return;
    if (this.#reasonProblem() !== '') return;
    const comment = this.comment().trim() === '' ? {} : { comment: this.comment() };
    const { dossierId } = this.dossier();
    const { taskId } = this.task();
    const done = await this.run.send(
      {
        outcome: this.outcome(),
        values: this.values(),
        ...comment,
        ...(needsPaper ? { byHand: this.paper() } : {}),
        ...(this.document()?.byHand === 'reason' ? { numberedHere: { reason: this.reason() } } : {}),
      },
      (body, idempotencyKey) =>
        this.#api.call(completeTask, { params: { dossierId, taskId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }

  /** Where to look up a step that another system does. */
  #elsewhere(isWanted: (system: string) => boolean) {
    const { dossierId, version } = this.dossier();
    const { system } = this.task();
    return system === null || !isWanted(system) || version === 0 ? undefined : { params: { dossierId } };
  }

  #formProblems(): readonly FieldProblem[] {
    const form = this.form();
    if (form === null) return [];
    const checked = validateAnswers(form, this.values(), this.facts, 'submission', { hidden: 'drop' });
    return checked.ok ? [] : inLanguage(checked.problems, this.language.current());
  }
}

/** Whether a step is one of the document management system. */
function isDocuments(system: string): boolean {
  return system === 'document-management';
}

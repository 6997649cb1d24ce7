import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Answers, completeTask, type OfficerDossierView, type TaskView } from '@mocua/contract';
import { ApiClient, formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';

interface Completion {
  outcome: string;
  values: Answers;
  comment?: string;
}

/** Works on one step of the process: its form, its outcome, and a comment where the outcome needs one. */
@Component({
  selector: 'mocua-complete-task-form',
  imports: [ActionFrame, TextField],
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
  protected readonly values = signal<Answers>({});
  readonly #tried = signal(false);

  protected readonly name = computed(() => `task-${this.task().nodeId}`);
  protected readonly commentNeeded = computed(
    () =>
      this.task().outcomes.find((outcome) => outcome.code === this.outcome())?.commentRequired === true ||
      this.run.failureCode() === 'task.comment-required',
  );
  readonly #outcomeProblem = computed(() =>
    this.#tried() && this.outcome() === '' ? this.t('officer.action.chooseOne') : '',
  );
  readonly #commentProblem = computed(() =>
    this.#tried() && this.commentNeeded() && this.comment().trim().length < 3
      ? this.t('officer.action.writeAtLeast', { min: 3 })
      : '',
  );
  protected readonly problems = computed(() =>
    problemsOf(
      [
        { target: this.outcomeId(this.task().outcomes[0]?.code ?? ''), path: '/outcome', problem: this.#outcomeProblem() },
        { target: `${this.name()}-comment`, path: '/comment', problem: this.#commentProblem() },
      ],
      this.run.fields(),
    ),
  );

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
    this.#tried.set(true);
    if (this.outcome() === '' || this.#commentProblem() !== '') return;
    const comment = this.comment().trim() === '' ? {} : { comment: this.comment() };
    const { dossierId } = this.dossier();
    const { taskId } = this.task();
    const done = await this.run.send({ outcome: this.outcome(), values: this.values(), ...comment }, (body, idempotencyKey) =>
      this.#api.call(completeTask, { params: { dossierId, taskId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }
}

import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { OfficerAction, OfficerDossierView, TaskView } from '@mocua/contract';
import { Language, useTexts } from '@mocua/web/kernel';
import { CompleteTaskForm } from './complete-task-form';
import { ConfirmSupplementForm } from './confirm-supplement-form';
import { PostForm } from './post-form';
import { RecallForm } from './recall-form';
import { ReceiveForm } from './receive-form';
import { RefuseForm } from './refuse-form';
import { RequestPaymentForm } from './request-payment-form';
import { ReturnForm } from './return-form';
import { RevokePaymentForm } from './revoke-payment-form';
import { SendSupplementForm } from './send-supplement-form';
import { SupplementForm } from './supplement-form';

/** One thing the server offers: an action on the dossier, or the completion of a step. */
interface Offer {
  readonly key: string;
  readonly action: OfficerAction;
  readonly label: string;
  readonly task: TaskView | null;
}

/**
 * What the officer can do now. Only what the server listed in `actions` and `tasks` is offered; a form that was opened
 * stays with what was typed even when the server no longer offers its action.
 */
@Component({
  selector: 'mocua-action-panel',
  imports: [
    CompleteTaskForm,
    ConfirmSupplementForm,
    PostForm,
    RecallForm,
    ReceiveForm,
    RefuseForm,
    RequestPaymentForm,
    ReturnForm,
    RevokePaymentForm,
    SendSupplementForm,
    SupplementForm,
  ],
  templateUrl: './action-panel.html',
  styleUrl: './action-panel.css',
})
export class ActionPanel {
  readonly dossier = input.required<OfficerDossierView>();
  readonly readOnly = input(false);
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  readonly #injector = inject(Injector);
  private readonly result = viewChild<ElementRef<HTMLElement>>('result');
  private readonly forms = viewChild<ElementRef<HTMLElement>>('forms');

  /** Forms opened so far; closing hides one, finishing removes it. */
  protected readonly opened = signal<readonly Offer[]>([]);
  protected readonly current = signal<string | null>(null);
  readonly #finished = signal<OfficerAction | null>(null);
  /** Follows the dossier: the code given at reception arrives with the next change of the input. */
  protected readonly message = computed(() => {
    const action = this.#finished();
    return action === null
      ? ''
      : this.t(`officer.action.done.${action}`, { code: this.dossier().code ?? '' });
  });

  protected readonly offers = computed<readonly Offer[]>(() => {
    const { actions, tasks } = this.dossier();
    const simple = actions
      .filter((action) => action !== 'complete-task')
      .map((action): Offer => ({
        key: action,
        action,
        label: this.t(`officer.action.${action}`),
        task: null,
      }));
    const steps = actions.includes('complete-task') ? tasks.filter((task) => task.mine) : [];
    return [
      ...steps.map((task): Offer => ({
        key: `task-${task.taskId}`,
        action: 'complete-task',
        label: this.t('officer.action.complete-task', { step: this.#language.text(task.name) }),
        task,
      })),
      ...simple,
    ];
  });

  protected allowed(offer: Offer): boolean {
    return this.offers().some((offered) => offered.key === offer.key);
  }

  protected open(offer: Offer): void {
    this.#finished.set(null);
    if (!this.opened().some((opened) => opened.key === offer.key))
      this.opened.update((all) => [...all, offer]);
    this.current.set(offer.key);
    this.#afterRender(() =>
      this.forms()?.nativeElement.querySelector<HTMLElement>('div:not([hidden]) h3')?.focus(),
    );
  }

  /** Hides the form; what was typed is there again when it is opened again. */
  protected close(): void {
    this.current.set(null);
    this.#afterRender(() => this.result()?.nativeElement.focus());
  }

  protected finish(offer: Offer): void {
    this.opened.update((all) => all.filter((opened) => opened.key !== offer.key));
    this.current.set(null);
    this.#finished.set(offer.action);
    this.#afterRender(() => this.result()?.nativeElement.focus());
  }

  #afterRender(work: () => void): void {
    afterNextRender({ read: work }, { injector: this.#injector });
  }
}

import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { type BodyOf, type OfficerDossierView, returnResult } from '@mocua/contract';
import { ApiClient, useTexts } from '@mocua/web/kernel';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';
import { UnpaidNotice } from './unpaid-notice';

type Return = Omit<BodyOf<typeof returnResult>, 'version'>;
const methods = ['counter', 'electronic'] as const;
const relations = ['owner', 'submitter', 'delegate'] as const;

/** Returns the result to a named person, at the counter or electronically; the post has a form of its own. */
@Component({
  selector: 'mocua-return-form',
  imports: [ActionFrame, TextField, UnpaidNotice],
  templateUrl: './return-form.html',
})
export class ReturnForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<Return>();
  protected readonly methods = methods;
  protected readonly relations = relations;
  protected readonly method = signal<Return['method'] | null>(null);
  protected readonly relation = signal<Return['relation']>('owner');
  /** The known name of the chosen person; an officer may overwrite it. */
  protected readonly receiver = linkedSignal({
    source: this.relation,
    // untracked: a dossier that is read anew must not overwrite a typed name
    computation: (relation) =>
      relation === 'delegate' ? '' : untracked(() => this.dossier().people[relation].name),
  });
  readonly #tried = signal(false);

  readonly #checks = computed(() => ({
    method:
      this.method() === null
        ? this.t('officer.action.chooseOne', { label: this.t('officer.return.method') })
        : '',
    receiver:
      this.receiver().trim().length < 2
        ? this.t('officer.action.writeAtLeast', { min: 2, label: this.t('officer.return.receiver') })
        : '',
  }));
  protected readonly problems = computed(() => {
    const own = this.#tried() ? this.#checks() : { method: '', receiver: '' };
    return problemsOf(
      [
        { target: 'return-counter', path: '/method', problem: own.method },
        { target: 'return-relation-owner', path: '/relation', problem: '' },
        { target: 'return-receiver', path: '/receiverName', problem: own.receiver },
      ],
      this.run.fields(),
    );
  });

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected async send(): Promise<void> {
    this.#tried.set(true);
    const method = this.method();
    if (method === null || Object.values(this.#checks()).some((problem) => problem !== '')) return;
    const typed: Return = { method, receiverName: this.receiver(), relation: this.relation() };
    const { dossierId } = this.dossier();
    const done = await this.run.send(typed, (body, idempotencyKey) =>
      this.#api.call(returnResult, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }
}

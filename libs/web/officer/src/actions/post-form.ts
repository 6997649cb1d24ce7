import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { type BodyOf, type OfficerDossierView, postResult } from '@mocua/contract';
import { ApiClient, Province, useTexts } from '@mocua/web/kernel';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';
import { UnpaidNotice } from './unpaid-notice';

type Posting = Omit<BodyOf<typeof postResult>, 'version'>;
const relations = ['owner', 'submitter', 'delegate'] as const;
const phoneShape = /^(?:0\d{9,10}|\+84\d{9,10})$/u;

/** Gives the paper to the post; the address is the one the applicant wrote into the form. */
@Component({
  selector: 'mocua-post-form',
  imports: [ActionFrame, TextField, UnpaidNotice],
  templateUrl: './post-form.html',
})
export class PostForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #province = inject(Province).view;
  protected readonly run = new ActionRun<Posting>();
  protected readonly relations = relations;
  protected readonly relation = signal<Posting['relation']>('owner');
  /** The known name of the chosen person; an officer may overwrite it. */
  protected readonly receiver = linkedSignal({
    source: this.relation,
    computation: (relation) =>
      relation === 'delegate' ? '' : untracked(() => this.dossier().people[relation].name),
  });
  // untracked: a dossier that is read anew must not overwrite what was typed
  protected readonly phone = linkedSignal(() => untracked(() => this.dossier().returnWish?.phone ?? ''));
  protected readonly street = linkedSignal(() => untracked(() => this.dossier().returnWish?.street ?? ''));
  protected readonly ward = linkedSignal(() => untracked(() => this.dossier().returnWish?.ward ?? ''));
  protected readonly province = linkedSignal(() => this.#province()?.name.vi ?? '');
  /** Whether the applicant asked for the post. */
  protected readonly wished = computed(() => this.dossier().returnWish?.method === 'post');
  readonly #tried = signal(false);

  readonly #checks = computed(() => ({
    receiver: this.#short(this.receiver(), 'officer.return.receiver'),
    phone: phoneShape.test(this.phone().trim()) ? '' : this.t('officer.post.phoneWrong'),
    street: this.#short(this.street(), 'officer.post.street'),
    ward: this.#short(this.ward(), 'officer.post.ward'),
    province: this.#short(this.province(), 'officer.post.province'),
  }));
  protected readonly problems = computed(() => {
    const own = this.#tried() ? this.#checks() : null;
    return problemsOf(
      [
        { target: 'post-receiver', path: '/receiverName', problem: own?.receiver ?? '' },
        { target: 'post-phone', path: '/phone', problem: own?.phone ?? '' },
        { target: 'post-street', path: '/street', problem: own?.street ?? '' },
        { target: 'post-ward', path: '/ward', problem: own?.ward ?? '' },
        { target: 'post-province', path: '/province', problem: own?.province ?? '' },
      ],
      this.run.fields(),
    );
  });

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected async send(): Promise<void> {
    this.#tried.set(true);
    if (Object.values(this.#checks()).some((problem) => problem !== '')) return;
    const typed: Posting = {
      relation: this.relation(),
      receiverName: this.receiver(),
      phone: this.phone().trim(),
      street: this.street(),
      ward: this.ward(),
      province: this.province(),
    };
    const { dossierId } = this.dossier();
    const done = await this.run.send(typed, (body, idempotencyKey) =>
      this.#api.call(postResult, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }

  #short(value: string, label: string): string {
    return value.trim().length < 2
      ? this.t('officer.action.writeAtLeast', { min: 2, label: this.t(label) })
      : '';
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  type BodyOf,
  listPaymentGrounds,
  type OfficerDossierView,
  type PaymentGroundView,
  requestPayment,
} from '@mocua/contract';
import { ApiClient, formatDong, Language, loadEndpoint, Localized, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { readDong } from '../payment/read-dong';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';

type Wish = Omit<BodyOf<typeof requestPayment>, 'version'>;
type Amount<K extends PaymentGroundView['amount']['kind']> = Extract<
  PaymentGroundView['amount'],
  { kind: K }
>;

/** Asks for money on a ground of the package: computed, counted, or as a document of another office states it. */
@Component({
  selector: 'mocua-request-payment-form',
  imports: [ActionFrame, LoadingState, Localized, ProblemNotice, TextField],
  templateUrl: './request-payment-form.html',
})
export class RequestPaymentForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<Wish>();
  protected readonly grounds = loadEndpoint(listPaymentGrounds, () => {
    const { dossierId, version } = this.dossier();
    return version > 0 ? { params: { dossierId } } : undefined;
  });
  protected readonly chosen = signal<string | null>(null);
  protected readonly count = signal('1');
  protected readonly amount = signal('');
  protected readonly documentNumber = signal('');
  protected readonly documentDate = signal('');
  protected readonly reason = signal('');
  readonly #tried = signal(false);
  protected readonly ground = computed(
    () => this.grounds.value()?.grounds.find(({ code }) => code === this.chosen()) ?? null,
  );
  protected readonly counted = computed(() => this.#amountOf('counted'));
  protected readonly asserted = computed(() => this.#amountOf('asserted'));
  /** What would be asked for as the form stands; null while it does not say. */
  protected readonly sum = computed(() => {
    const amount = this.ground()?.amount;
    if (amount?.kind === 'computed') return amount.amount;
    if (amount?.kind === 'counted') {
      const units = readDong(this.count());
      return units !== null && units >= 1 && units <= amount.most ? units * amount.price : null;
    }
    if (amount?.kind !== 'asserted') return null;
    const stated = readDong(this.amount());
    return stated !== null && stated >= amount.least && stated <= amount.most ? stated : null;
  });

  readonly #checks = computed(() => ({
    ground: this.ground() === null ? this.t('officer.askPayment.groundMissing') : '',
    count: this.#countProblem(),
    amount: this.#amountProblem(),
    number:
      this.asserted() && this.documentNumber().trim() === ''
        ? this.t('officer.askPayment.documentMissing')
        : '',
    date: this.asserted() && this.documentDate() === '' ? this.t('officer.askPayment.dateMissing') : '',
    reason:
      this.reason().trim().length < 3
        ? this.t('officer.action.writeAtLeast', { min: 3, label: this.t('officer.askPayment.reason') })
        : '',
  }));
  protected readonly problems = computed(() => {
    const own = this.#tried() ? this.#checks() : null;
    return problemsOf(
      [
        { target: 'ask-payment-ground', path: '/ground', problem: own?.ground ?? '' },
        { target: 'ask-payment-count', path: '/count', problem: own?.count ?? '' },
        { target: 'ask-payment-amount', path: '/amount', problem: own?.amount ?? '' },
        { target: 'ask-payment-number', path: '/document/number', problem: own?.number ?? '' },
        { target: 'ask-payment-date', path: '/document/date', problem: own?.date ?? '' },
        { target: 'ask-payment-reason', path: '/reason', problem: own?.reason ?? '' },
      ],
      this.run.fields(),
    );
  });
  protected readonly submitLabel = computed(() => {
    const sum = this.sum();
    return sum === null
      ? this.t('officer.askPayment.submitPlain')
      : this.t('officer.askPayment.submit', { amount: this.money(sum) });
  });

  protected money(dong: number): string {
    return formatDong(dong, this.language.current());
  }

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  /** Why a ground cannot be chosen now; empty when it can. */
  protected closedBecause({ amount }: PaymentGroundView): string {
    return amount.kind === 'closed' ? this.t(`officer.askPayment.why.${amount.why}`) : '';
  }

  protected takeDate(event: Event): void {
    this.documentDate.set((event.target as HTMLInputElement).value);
  }

  protected async send(): Promise<void> {
    this.#tried.set(true);
    const ground = this.ground();
    const amount = this.sum();
    if (Object.values(this.#checks()).some((problem) => problem !== '')) return;
    if (ground === null || amount === null) return;
    const { dossierId } = this.dossier();
    const number = this.documentNumber().trim();
    const wish: Wish = {
      ground: ground.code,
      amount,
      reason: this.reason(),
      ...(this.counted() ? { count: readDong(this.count()) ?? 1 } : {}),
      ...(this.asserted() ? { document: { number, date: this.documentDate() } } : {}),
    };
    const done = await this.run.send(wish, (body, idempotencyKey) =>
      this.#api.call(requestPayment, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }

  #amountOf<K extends 'counted' | 'asserted'>(kind: K): Amount<K> | null {
    const amount = this.ground()?.amount;
    return amount?.kind === kind ? (amount as Amount<K>) : null;
  }

  #countProblem(): string {
    const counted = this.counted();
    if (!counted || this.sum() !== null) return '';
    return this.t('officer.askPayment.countWrong', { most: counted.most });
  }

  #amountProblem(): string {
    const asserted = this.asserted();
    if (!asserted || this.sum() !== null) return '';
    const [least, most] = [this.money(asserted.least), this.money(asserted.most)];
    return this.t('officer.askPayment.amountWrong', { least, most });
  }
}

import { Component, inject, output, signal } from '@angular/core';
import { type HandOver, listHandOvers, receiveHandOver, resolveHandOver } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatDong,
  formatInstant,
  Language,
  loadList,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { readDong } from './read-dong';

type Resolution = NonNullable<HandOver['resolution']>;

/** Money that was collected for another unit: the keeper counts it on arrival, and both sides see what differs. */
@Component({
  selector: 'mocua-hand-overs',
  imports: [ProblemNotice, TextField],
  templateUrl: './hand-overs.html',
})
export class HandOvers {
  /** The money lies in the drawer from now on. */
  readonly received = output();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  /** One key for each decision: a repeated press takes it once. */
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly ends = ['settled', 'booked'] as const satisfies readonly Resolution['kind'][];
  protected readonly list = loadList(listHandOvers, (item) => item.handOverId);
  protected readonly chosen = signal<HandOver['handOverId'] | null>(null);
  protected readonly counted = signal('');
  protected readonly note = signal('');
  protected readonly end = signal<Resolution['kind']>('settled');
  protected readonly countProblem = signal('');
  protected readonly noteProblem = signal('');
  protected readonly message = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  reload(): void {
    this.list.reload();
  }

  /** Under way, or another amount arrived and nobody has said how that ended. */
  protected isOpen({ receipt, resolution }: HandOver): boolean {
    return receipt === null || (receipt.difference !== 0 && resolution === null);
  }

  protected headingOf({ kept, unit, keeper, day, amount }: HandOver): string {
    const facts = { unit: kept ? unit : keeper, day: this.#day(day), amount: this.#money(amount) };
    return this.t(kept ? 'officer.handOver.from' : 'officer.handOver.to', facts);
  }

  protected standing({ receipt, kept }: HandOver): string {
    if (receipt === null) return this.t(kept ? 'officer.handOver.underWay' : 'officer.handOver.sent');
    const facts = {
      counted: this.#money(receipt.counted),
      difference: this.#money(receipt.difference),
      who: receipt.receivedBy,
      at: formatInstant(receipt.receivedAt, this.#language.current()),
    };
    return this.t(receipt.difference === 0 ? 'officer.handOver.arrived' : 'officer.handOver.differs', facts);
  }

  protected endText({ kind, note, resolvedBy, resolvedAt }: Resolution): string {
    const at = formatInstant(resolvedAt, this.#language.current());
    return this.t(`officer.handOver.ended.${kind}`, { note, who: resolvedBy, at });
  }

  protected choose(item: HandOver | null): void {
    this.chosen.set(item?.handOverId ?? null);
    this.#key = newIdempotencyKey();
    for (const field of [this.counted, this.note, this.countProblem, this.noteProblem, this.message])
      field.set('');
  }

  protected async send(event: Event, item: HandOver): Promise<void> {
    event.preventDefault();
    const counted = readDong(this.counted());
    const first = item.receipt === null;
    const noteMissing = this.note().trim().length < 3 && (!first || counted !== item.amount);
    this.countProblem.set(first && counted === null ? this.t('officer.payment.countMissing') : '');
    if (this.countProblem() !== '') return document.getElementById('da-den')?.focus();
    this.noteProblem.set(noteMissing ? this.t('officer.handOver.reasonMissing') : '');
    if (noteMissing) return document.getElementById('ly-do-chenh')?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const changed = await this.#call(item, counted ?? 0);
      this.choose(null);
      this.list.update((items) =>
        items.map((each) => (each.handOverId === item.handOverId ? changed : each)),
      );
      this.message.set(this.t(first ? 'officer.handOver.done' : 'officer.handOver.endDone'));
      this.received.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #call({ handOverId, receipt }: HandOver, counted: number): Promise<HandOver> {
    const [params, idempotencyKey, note] = [{ handOverId }, this.#key, this.note().trim()];
    return receipt === null
      ? this.#api.call(receiveHandOver, { params, body: { counted, reason: note }, idempotencyKey })
      : this.#api.call(resolveHandOver, { params, body: { kind: this.end(), note }, idempotencyKey });
  }

  #money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  #day(date: string): string {
    return formatDate(date, this.#language.current());
  }
}

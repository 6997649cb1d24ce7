import { Component, effect, inject, input, output, signal } from '@angular/core';
import { type GivenShare, type GivenUnitShare, sharePaper, type StoredPaperView } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, newIdempotencyKey, useTexts } from '@mocua/web/kernel';
import { Dialog, ProblemNotice } from '@mocua/web/ui';
import { DayField } from './day-field';
import { ShareWithUnitForm } from './share-with-unit-form';
import { dayOf } from './typed-day';

const numbers = ['personal-id', 'tax-code'] as const;
type NumberKind = (typeof numbers)[number];
const recipientKinds = [...numbers, 'unit'] as const;
const shapes: Readonly<Record<NumberKind, RegExp>> = {
  'personal-id': /^[0-9]{12}$/u,
  'tax-code': /^[0-9]{10}(?:-?[0-9]{3})?$/u,
};

/** Lets one person, organisation or agency see a paper until a day. Nothing is chosen beforehand but that it is a person. */
@Component({
  selector: 'mocua-share-paper-dialog',
  imports: [DayField, Dialog, ProblemNotice, ShareWithUnitForm],
  templateUrl: './share-paper-dialog.html',
})
export class SharePaperDialog {
  readonly paper = input.required<StoredPaperView | null>();
  readonly closed = output();
  readonly shared = output<GivenShare>();
  readonly sharedWithUnit = output<GivenUnitShare>();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly kinds = recipientKinds;
  protected readonly kind = signal<(typeof recipientKinds)[number]>('personal-id');
  protected readonly value = signal('');
  protected readonly until = signal('');
  protected readonly valueError = signal('');
  protected readonly untilError = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  /** One key for one wish: pressing twice shares once. */
  #key = newIdempotencyKey();

  constructor() {
    effect(() => {
      if (this.paper() === null) return;
      this.#key = newIdempotencyKey();
      this.kind.set('personal-id');
      this.value.set('');
      this.until.set('');
      this.valueError.set('');
      this.untilError.set('');
      this.failure.set(null);
    });
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async share(event: Event, { paperId }: StoredPaperView): Promise<void> {
    event.preventDefault();
    const kind = numbers.find((each) => each === this.kind());
    if (kind === undefined) return;
    const value = this.value().replace(/\s/gu, '');
    const until = dayOf(this.until());
    const dated = until !== 'none' && until !== 'wrong';
    const known = shapes[kind].test(value);
    this.valueError.set(known ? '' : this.t('store.sharing.valueWrong'));
    this.untilError.set(
      dated ? '' : this.t(until === 'none' ? 'store.sharing.untilMissing' : 'store.day.wrong'),
    );
    if (!known) document.getElementById('chia-se-so')?.focus();
    else if (!dated) document.getElementById('chia-se-den')?.focus();
    if (!known || !dated || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = { recipient: { kind, value }, until };
      const input = { params: { paperId }, body, idempotencyKey: this.#key };
      this.shared.emit(await this.#api.call(sharePaper, input));
      this.closed.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

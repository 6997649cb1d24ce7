import { Component, computed, effect, inject, input } from '@angular/core';
import type { ReceiptPage as ReceiptContent } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { FormErrors } from '../problem/form-errors';
import { ProblemNote } from '../problem/problem-note';
import { receiptTerm } from './receipt-terms';

/** Anybody can check a receipt here, pasted or as the file that was downloaded. */
@Component({
  selector: 'mocua-receipt-page',
  imports: [FormErrors, ProblemNote],
  templateUrl: './receipt-page.html',
})
export class ReceiptPage {
  readonly content = input.required<ReceiptContent>();
  protected readonly t = useTexts();
  protected readonly error = computed(() => {
    const error = this.content().errors[0];
    return error ? this.t(`public.error.${error.message}`) : '';
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      head.describe(
        this.t('public.verify.title'),
        this.t('public.verify.lead'),
        this.content().errors.length > 0,
      );
      head.canonical('/kiem-tra-bien-nhan');
    });
  }

  /** The signed names are those of a data format; people read the words of the receipt instead. */
  protected term(name: string): string {
    const key = receiptTerm(name);
    return key === null ? name : this.t(key);
  }
}

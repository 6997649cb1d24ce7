import { Component, inject } from '@angular/core';
import { type CashDay, listCashDays } from '@mocua/contract';
import { formatDate, formatDong, Language, loadList, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

/** Each drawer by day: what its receipts say, what was counted, and whether its books agree. */
@Component({
  selector: 'mocua-cash-days',
  imports: [ProblemNotice],
  templateUrl: './cash-days.html',
})
export class CashDays {
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly list = loadList(listCashDays, ({ day, unit, taken, returned, expected }: CashDay) =>
    [day, unit, taken, returned, expected].join('|'),
  );

  protected money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  protected day(date: string): string {
    return formatDate(date, this.#language.current());
  }
}

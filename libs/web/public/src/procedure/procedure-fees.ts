import { Component, computed, input } from '@angular/core';
import type { ProcedureView } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';
import { saidTime } from './said-time';

interface FeeRow {
  readonly channel: string;
  /** Language of a record, which is told as it says; null: the language of the page. */
  readonly lang: 'vi' | null;
  readonly duration: { readonly vi: string; readonly en: string };
  readonly fees: readonly {
    readonly name: { readonly vi: string; readonly en: string };
    readonly amount: { readonly vi: string; readonly en: string };
    readonly unverified: boolean;
  }[];
}

/** Time and fees of each way of filing, from the package, or as the record says them. */
@Component({
  selector: 'mocua-procedure-fees',
  imports: [Localized],
  templateUrl: './procedure-fees.html',
})
export class ProcedureFees {
  readonly procedure = input.required<ProcedureView>();
  protected readonly t = useTexts();
  protected readonly rows = computed((): readonly FeeRow[] => {
    const { channels, record } = this.procedure();
    if (channels.length > 0)
      return channels.flatMap(({ channel, times }) =>
        times.map(({ duration, fees }) => ({
          channel,
          lang: null,
          duration,
          fees: fees.map(({ name, text, source }) => ({ name, amount: text, unverified: !source.verified })),
        })),
      );
    return (record?.channels ?? []).flatMap(({ channel, times }) =>
      times.map((time) => ({
        channel,
        lang: 'vi' as const,
        duration: both(saidTime(time)),
        fees: time.fees.map((fee) => ({
          name: both(fee.note),
          amount: both([fee.amountSaid, fee.unit].filter((part) => part !== '').join(' ')),
          unverified: false,
        })),
      })),
    );
  });
}

/** What a record says exists in Vietnamese only. */
function both(text: string) {
  return { vi: text, en: text };
}

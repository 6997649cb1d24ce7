import { Component, input } from '@angular/core';
import type { NationalRecordView } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';
import { saidTime } from './said-time';

/** The whole record of the national database, every text as said, folded away: it is long and for few. */
@Component({
  selector: 'mocua-procedure-record',
  imports: [Localized],
  templateUrl: './procedure-record.html',
})
export class ProcedureRecord {
  readonly record = input.required<NationalRecordView>();
  protected readonly t = useTexts();
  protected readonly time = saidTime;

  protected joined(items: readonly { readonly name: string }[]): string {
    return items.map((item) => item.name).join('; ');
  }
}

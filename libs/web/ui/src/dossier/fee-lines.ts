import { Component, input } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';

/** One line of a fee in words; the notes are sentences in the language of the page. */
export interface FeeLineItem {
  readonly name: LocalizedText;
  /** What, how many, and which rule took something away. */
  readonly explanation: LocalizedText;
  readonly notes?: readonly string[];
}

/** What is paid, line by line, and the sum in words; what stands inside follows the sum. */
@Component({
  selector: 'mc-fee-lines',
  imports: [Localized],
  template: `
    <dl class="mc-summary-list">
      @for (line of lines(); track $index) {
        <div>
          <dt>{{ line.name | localized }}</dt>
          <dd>
            <p>{{ line.explanation | localized }}</p>
            @for (note of line.notes ?? []; track $index) {
              <p class="mc-small mc-muted">{{ note }}</p>
            }
          </dd>
        </div>
      }
      <div>
        <dt>{{ t('ui.fees.total') }}</dt>
        <dd>
          <p>
            <strong>{{ total() }}</strong>
          </p>
          <ng-content />
        </dd>
      </div>
    </dl>
  `,
})
export class FeeLines {
  readonly lines = input.required<readonly FeeLineItem[]>();
  readonly total = input.required<string>();
  protected readonly t = useTexts();
}

import { Component, computed, input } from '@angular/core';
import { isVouchedFor, type StoredPaperView } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { paperLines } from './paper-words';

/** Who answers for a paper, how it stands, and what it says of itself. */
@Component({
  selector: 'mocua-paper-summary',
  template: `
    <p class="mc-row">
      <span class="mc-tag" [class.mc-tag--good]="vouched()">{{ t('store.source.' + paper().source) }}</span>
      <span
        class="mc-tag"
        [class.mc-tag--good]="paper().standing === 'valid'"
        [class.mc-tag--warn]="paper().standing === 'superseded'"
        [class.mc-tag--bad]="paper().standing === 'expired' || paper().standing === 'revoked'"
        >{{ t('store.standing.' + paper().standing) }}</span
      >
    </p>
    @for (line of lines(); track $index) {
      <p class="mc-small mc-muted">{{ line }}</p>
    }
    @if (paper().revokedBecause; as because) {
      <p class="mc-small">{{ because }}</p>
    }
  `,
})
export class PaperSummary {
  readonly paper = input.required<StoredPaperView>();
  protected readonly t = useTexts();
  protected readonly lines = paperLines(this.paper);
  protected readonly vouched = computed(() => isVouchedFor(this.paper().source));
}

import { Component, input } from '@angular/core';
import type { RecordReviewView } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';

/** What changed against what is published, and what is still to complete. */
@Component({
  selector: 'mocua-record-changes',
  imports: [Localized],
  templateUrl: './record-changes.html',
})
export class RecordChanges {
  readonly review = input.required<RecordReviewView>();
  protected readonly t = useTexts();
}

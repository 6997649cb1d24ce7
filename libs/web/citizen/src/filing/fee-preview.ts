import { Component, inject, input } from '@angular/core';
import { type DraftId, type FeePreview, previewDraftFees } from '@mocua/contract';
import { Language, loadEndpoint, useTexts } from '@mocua/web/kernel';

const timings = {
  before: 'filing.fees.before',
  after: 'filing.fees.after',
  'on-result': 'filing.fees.onResult',
} as const;

/** What filing the draft would cost, with a reason for every line; asked again whenever the draft was saved. */
@Component({
  selector: 'mocua-fee-preview',
  templateUrl: './fee-preview.html',
})
export class FeePreviewPanel {
  readonly draftId = input.required<DraftId>();
  /** Version of the draft that the server has. */
  readonly version = input.required<number>();
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly timings = timings;
  protected readonly fees = loadEndpoint(previewDraftFees, () => {
    this.version();
    return { params: { draftId: this.draftId() } };
  });

  protected labelsOf({ missing }: FeePreview): string {
    return missing.map(({ label }) => this.language.text(label)).join('; ');
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { type DraftId, type FeeLineView, type FeePreview, previewDraftFees } from '@mocua/contract';
import { Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { type FeeLineItem, FeeLines } from '@mocua/web/ui';

const timings = {
  before: 'filing.fees.before',
  after: 'filing.fees.after',
  'on-result': 'filing.fees.onResult',
} as const;

/** What filing the draft would cost, with a reason for every line; asked again whenever the draft was saved. */
@Component({
  selector: 'mocua-fee-preview',
  imports: [FeeLines],
  templateUrl: './fee-preview.html',
})
export class FeePreviewPanel {
  readonly draftId = input.required<DraftId>();
  /** Version of the draft that the server has. */
  readonly version = input.required<number>();
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly fees = loadEndpoint(previewDraftFees, () => {
    this.version();
    return { params: { draftId: this.draftId() } };
  });

  protected readonly lines = computed((): readonly FeeLineItem[] =>
    (this.fees.value()?.lines ?? []).map((line) => ({
      name: line.name,
      explanation: line.explanation,
      notes: this.#notesOf(line),
    })),
  );

  #notesOf({ state, timing, source }: FeeLineView): readonly string[] {
    const isAsked = state !== 'waived' && state !== 'none';
    return [
      ...(isAsked ? [this.t(timings[timing])] : []),
      ...(source.verified ? [] : [this.t('filing.fees.unverified', { citation: source.citation })]),
    ];
  }

  protected labelsOf({ missing }: FeePreview): string {
    return missing.map(({ label }) => this.language.text(label)).join('; ');
  }
}

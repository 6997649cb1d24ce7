import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { describeStoredPaper, type PaperWords, type StoredPaperView } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { Dialog, ProblemNotice } from '@mocua/web/ui';
import { PaperWordsFields } from './paper-words-fields';

/** Changes what a person says of a paper of their own. The file stays as it is. */
@Component({
  selector: 'mocua-edit-paper-dialog',
  imports: [Dialog, PaperWordsFields, ProblemNotice],
  template: `
    <mc-dialog [heading]="t('store.edit.heading')" [open]="paper() !== null" (closed)="closed.emit()">
      <p>{{ t('store.edit.lead') }}</p>
      @if (failure(); as trouble) {
        <mc-problem-notice [failure]="trouble" />
      }
      <form novalidate (submit)="save($event)">
        <mocua-paper-words-fields [before]="words()" />
        <p class="mc-actions">
          <button type="submit" class="mc-button" [attr.aria-disabled]="busy()">
            {{ t('store.edit.save') }}
          </button>
          <button type="button" class="mc-button mc-button--secondary" (click)="closed.emit()">
            {{ t('store.edit.cancel') }}
          </button>
        </p>
      </form>
    </mc-dialog>
  `,
})
export class EditPaperDialog {
  readonly paper = input.required<StoredPaperView | null>();
  readonly closed = output();
  readonly saved = output<StoredPaperView>();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly fields = viewChild(PaperWordsFields);
  protected readonly words = computed<PaperWords | null>(() => {
    const paper = this.paper();
    if (paper === null) return null;
    const { kind, title, number, issuer, issuedOn, validUntil } = paper;
    return { kind, title, number: number ?? '', issuer: issuer ?? '', issuedOn, validUntil };
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [paper, fields] = [this.paper(), this.fields()];
    const body = fields?.read() ?? null;
    const [wrong] = fields?.errors() ?? [];
    if (wrong !== undefined) document.getElementById(wrong.target)?.focus();
    if (paper === null || body === null || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { paperId: paper.paperId };
      this.saved.emit(await this.#api.call(describeStoredPaper, { params, body }));
      this.closed.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { approveRecord, getRecordReview, rejectRecord, type RecordReviewView } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { RecordChanges } from './record-changes';
import { RecordContent } from './record-content';

const shortestReason = 5;

/** One imported record: what changed, what is missing, everything it says, and the decision. */
@Component({
  selector: 'mocua-record-review-page',
  imports: [Dialog, LoadingState, ProblemNotice, RecordChanges, RecordContent, RouterLink, TextField],
  templateUrl: './record-review-page.html',
})
export class RecordReviewPage {
  /** Bound from the route. */
  readonly code = input.required<string>();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getRecordReview, () => ({ params: { code: this.code() } }));
  protected readonly asking = signal<'approve' | 'reject' | null>(null);
  protected readonly from = signal('');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly message = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  readonly #tried = signal(false);
  protected readonly reasonProblem = computed(() =>
    this.#tried() && this.reason().trim().length < shortestReason
      ? this.t('officer.catalogue.reasonShort')
      : '',
  );

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected ask(decision: 'approve' | 'reject'): void {
    this.failure.set(null);
    this.#tried.set(false);
    this.asking.set(decision);
  }

  protected chooseDay(event: Event): void {
    this.from.set((event.target as HTMLInputElement).value);
  }

  protected async decide(event: Event, review: RecordReviewView): Promise<void> {
    event.preventDefault();
    const decision = this.asking();
    if (this.busy() || decision === null) return;
    this.#tried.set(true);
    if (decision === 'reject' && this.reasonProblem() !== '') return;
    this.busy.set(true);
    try {
      await this.#send(decision, review);
      const done = decision === 'approve' ? 'approved' : 'rejected';
      this.message.set(this.t(`officer.catalogue.${done}`, { revision: review.revision }));
    } catch (error) {
      // The difference may be another one now: show it, so that it can be read before the next try.
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
      this.asking.set(null);
      this.loaded.reload();
    }
  }

  #send(decision: 'approve' | 'reject', { code, differenceHash }: RecordReviewView): Promise<unknown> {
    const params = { code };
    if (decision === 'reject')
      return this.#api.call(rejectRecord, { params, body: { differenceHash, reason: this.reason().trim() } });
    const from = this.from();
    const body = from === '' ? { differenceHash } : { differenceHash, effectiveFrom: from };
    return this.#api.call(approveRecord, { params, body });
  }
}

import { Component, computed, input, output } from '@angular/core';
import { type ApiFailure, useTexts } from '@mocua/web/kernel';

/** What went wrong and what to do now, in the words of the problem; never a code, a number or English alone. */
@Component({
  selector: 'mc-problem-notice',
  templateUrl: './problem-notice.html',
})
export class ProblemNotice {
  readonly failure = input.required<ApiFailure>();
  /** Whether trying again can help. */
  readonly retryable = input(false);
  readonly retried = output();
  readonly loginAsked = output();
  protected readonly t = useTexts();

  protected readonly title = computed(() => {
    const failure = this.failure();
    return failure.kind === 'problem'
      ? failure.document.title
      : this.t(`ui.connection.${failure.trouble}.title`);
  });
  protected readonly remedy = computed(() => {
    const failure = this.failure();
    return failure.kind === 'problem'
      ? failure.document.detail
      : this.t(`ui.connection.${failure.trouble}.remedy`);
  });
  protected readonly signedOut = computed(() => {
    const failure = this.failure();
    return failure.kind === 'problem' && failure.code === 'session.required';
  });
  /** Only where the hotline can do something with it. */
  protected readonly reference = computed(() => {
    const failure = this.failure();
    return failure.kind === 'problem' && failure.document.status >= 500 ? failure.correlationId : '';
  });
}

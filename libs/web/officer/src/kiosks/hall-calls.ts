import { Component, DestroyRef, inject, signal } from '@angular/core';
import { acknowledgeCall, type CallView, listCalls } from '@mocua/contract';
import { ApiClient, asApiFailure, formatTime, Language, useTexts } from '@mocua/web/kernel';

const lookEvery = 10_000;

/** People at the kiosks of the own hall who ask for somebody; stands above every page of a one-stop officer. */
@Component({
  selector: 'mocua-hall-calls',
  template: `
    <div role="status">
      @for (call of calls(); track call.callId) {
        <p class="mc-notice mc-notice--warn call">
          <span>
            <strong>{{ t('officer.calls.calling', { name: call.deviceName, place: call.place }) }}</strong>
            {{ t('officer.calls.since', { time: time(call.calledAt) }) }}
            @if (call.acknowledgedAt) {
              {{ t('officer.calls.taken') }}
            }
          </span>
          @if (!call.acknowledgedAt) {
            <button type="button" class="mc-button mc-button--small" (click)="go(call)">
              {{ t('officer.calls.go') }}<span class="mc-visually-hidden"> {{ call.place }}</span>
            </button>
          }
        </p>
      }
    </div>
  `,
  styles: `
    .call {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
      margin: 0;
    }
  `,
})
export class HallCalls {
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly calls = signal<readonly CallView[]>([]);

  constructor() {
    const timer = setInterval(() => void this.#look(), lookEvery);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    void this.#look();
  }

  protected time(instant: string): string {
    return formatTime(instant, this.#language.current());
  }

  protected async go({ callId }: CallView): Promise<void> {
    try {
      await this.#api.call(acknowledgeCall, { params: { callId }, body: {} });
    } catch (error) {
      asApiFailure(error); // the person may have ended it meanwhile; the list tells
    }
    await this.#look();
  }

  /** A look that fails shows what was known; the pages themselves say when the server is gone. */
  async #look(): Promise<void> {
    try {
      this.calls.set((await this.#api.call(listCalls, {})).items);
    } catch (error) {
      asApiFailure(error);
    }
  }
}

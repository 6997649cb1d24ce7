import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  acknowledgeRightsRequest,
  answerRightsRequest,
  type DeskRequestView,
  extendRightsRequest,
  getDeskRequest,
  type RightsGround,
  rightsGroundNames,
  rightsGrounds,
  rightsKindNames,
  type RightsRequestId,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';

type Outcome = 'fulfilled' | 'partly' | 'refused';

/** One request: who asks for what, until when, what an erasure would do, and the answer. */
@Component({
  selector: 'mocua-rights-request-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice, TextField],
  templateUrl: './rights-request-page.html',
})
export class RightsRequestPage {
  /** From the address. */
  readonly requestId = input.required<string>();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly names = rightsKindNames;
  protected readonly grounds = rightsGrounds;
  protected readonly groundNames = rightsGroundNames;
  protected readonly outcomes: readonly Outcome[] = ['fulfilled', 'partly', 'refused'];
  protected readonly loaded = loadEndpoint(getDeskRequest, () => ({ params: this.#params() }));
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly ground = signal<RightsGround | ''>('');
  protected readonly answer = signal('');
  protected readonly reason = signal('');
  protected readonly problem = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');
  protected readonly busy = signal(false);

  protected day(instant: string): string {
    return formatDate(instant, this.#language.current());
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected choose(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value;
    this.ground.set(rightsGrounds.find((ground) => ground === chosen) ?? '');
  }

  protected acknowledge({ version }: DeskRequestView): Promise<void> {
    return this.#run(this.t('officer.rights.acknowledged'), () =>
      this.#api.call(acknowledgeRightsRequest, { params: this.#params(), body: { version } }),
    );
  }

  protected extend(event: Event, { version }: DeskRequestView): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    if (reason.length < 10) return this.#refuse('officer.rights.reasonMissing');
    return this.#run(this.t('officer.rights.extendedNow'), () =>
      this.#api.call(extendRightsRequest, { params: this.#params(), body: { version, reason } }),
    );
  }

  protected close(event: Event, { version }: DeskRequestView): Promise<void> {
    event.preventDefault();
    const outcome = this.outcome();
    const answer = this.answer().trim();
    const ground = this.ground();
    if (outcome === null || answer.length < 10) return this.#refuse('officer.rights.answerMissing');
    if (outcome !== 'fulfilled' && ground === '') return this.#refuse('officer.rights.groundMissing');
    const body = { version, outcome, answer, ...(ground === '' ? {} : { ground }) };
    return this.#run(this.t('officer.rights.answered'), () =>
      this.#api.call(answerRightsRequest, { params: this.#params(), body }),
    );
  }

  #params(): { requestId: RightsRequestId } {
    return { requestId: this.requestId() as RightsRequestId };
  }

  #refuse(key: string): Promise<void> {
    this.problem.set(this.t(key));
    return Promise.resolve();
  }

  async #run(done: string, work: () => Promise<DeskRequestView>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    this.failure.set(null);
    this.message.set('');
    try {
      this.loaded.set(await work());
      this.message.set(done);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

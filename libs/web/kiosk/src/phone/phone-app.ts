import { Component, computed, effect, inject, signal } from '@angular/core';
import { answerPhoneSignIn, getPhoneSignIn, openHandover, type ResponseOf } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Session, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { readPhoneCode } from './phone-code';

/**
 * What the person's own phone shows after it read a QR code of a machine: confirm a sign-in there, or go on with a form that
 * was begun there. Both need the person to be signed in on this phone.
 */
@Component({
  selector: 'mocua-phone-app',
  imports: [LoadingState, ProblemNotice],
  templateUrl: './phone-app.html',
  styleUrl: './phone-app.css',
})
export class PhoneApp {
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly session = inject(Session);
  protected readonly code = readPhoneCode(location.hash);
  protected readonly machine = signal<ResponseOf<typeof getPhoneSignIn> | null>(null);
  protected readonly answered = signal<'yes' | 'no' | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly signedIn = computed(() => this.session.status() === 'signed-in');

  constructor() {
    void this.session.known();
    effect(() => {
      if (this.signedIn()) void this.#start();
    });
  }

  protected login(): void {
    this.session.login(`${location.pathname}${location.hash}`);
  }

  protected async answer(accept: boolean): Promise<void> {
    await this.#try(async () => {
      const params = { code: this.code?.code ?? '' };
      await this.#api.call(answerPhoneSignIn, { params, body: { accept } });
      this.answered.set(accept ? 'yes' : 'no');
    });
  }

  async #start(): Promise<void> {
    const found = this.code;
    if (found === null) return;
    await this.#try(async () => {
      const params = { code: found.code };
      if (found.kind === 'sign-in') {
        this.machine.set(await this.#api.call(getPhoneSignIn, { params }));
      } else {
        const { draftId } = await this.#api.call(openHandover, { params, body: {} });
        location.replace(`/ban-nhap/${draftId}`);
      }
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}

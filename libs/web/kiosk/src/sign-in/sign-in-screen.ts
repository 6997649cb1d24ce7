import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { type CardState, collectPhoneSignIn, type PhoneSignIn, startPhoneSignIn } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Session, useTexts } from '@mocua/web/kernel';
import { ProblemNotice, QrCode } from '@mocua/web/ui';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from '../visit/kiosk-visit';
import { CardReader } from './card-reader';

type Way = 'choice' | 'phone' | 'card';
type Trouble = 'refused' | 'expired' | 'unreadable' | 'holder-not-matched' | null;

const lookEvery = 1_500;

/** Who are you? By the phone with VNeID, or by the chip of the identity card. */
@Component({
  selector: 'mocua-sign-in-screen',
  imports: [ProblemNotice, QrCode],
  templateUrl: './sign-in-screen.html',
  styleUrl: './sign-in-screen.css',
})
export class SignInScreen {
  protected readonly t = useTexts();
  protected readonly kiosk = inject(KioskSession);
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #visit = inject(KioskVisit);
  readonly #reader = inject(CardReader);
  protected readonly way = signal<Way>('choice');
  protected readonly phone = signal<PhoneSignIn | null>(null);
  protected readonly trouble = signal<Trouble>(null);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly waiting = computed(() => this.way() !== 'choice' && this.trouble() === null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#gone = true;
      clearTimeout(this.#timer);
    });
  }

  protected async byPhone(): Promise<void> {
    this.#begin('phone');
    await this.#try(async () => {
      this.phone.set(await this.#api.call(startPhoneSignIn, { body: {} }));
      this.#again();
    });
  }

  protected async byCard(): Promise<void> {
    this.#begin('card');
    await this.#look();
  }

  protected back(): void {
    clearTimeout(this.#timer);
    this.failure.set(null);
    this.way.set('choice');
  }

  #begin(way: Way): void {
    clearTimeout(this.#timer);
    this.trouble.set(null);
    this.failure.set(null);
    this.phone.set(null);
    this.way.set(way);
  }

  #again(): void {
    if (!this.#gone) this.#timer = setTimeout(() => void this.#look(), lookEvery);
  }

  async #look(): Promise<void> {
    const way = this.way();
    await this.#try(async () => {
      const state = way === 'card' ? await this.#reader.look() : await this.#collect();
      // the person may have chosen the other way meanwhile
      if (this.#gone || way !== this.way()) return;
      if (state === 'signed-in') await this.#enter();
      else if (state === 'no-card' || state === 'waiting') this.#again();
      else this.trouble.set(state);
    });
  }

  async #collect(): Promise<'waiting' | 'signed-in' | 'refused' | 'expired' | CardState> {
    const signInId = this.phone()?.signInId ?? '';
    return (await this.#api.call(collectPhoneSignIn, { params: { signInId }, body: {} })).state;
  }

  async #enter(): Promise<void> {
    await this.#session.load();
    await this.kiosk.show(this.#visit.errand() ?? '/');
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#gone) this.failure.set(asApiFailure(error));
    }
  }
}

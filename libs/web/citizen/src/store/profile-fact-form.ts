import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type DeclaredFact, fillingFactKinds, keepProfileFact, profileFactNames } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Localized, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import type { NeededConsent } from './consent-to';
import { DayField } from './day-field';
import { dayOf } from './typed-day';

const declaredKinds = ['phone', 'email', 'current-address', 'bank-account'] as const;
type DeclaredKind = (typeof declaredKinds)[number];
const shapes: Readonly<Record<DeclaredKind, RegExp>> = {
  phone: /^0[0-9]{9}$/u,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
  'current-address': /^.{5,300}$/u,
  'bank-account': /^[0-9]{6,19}$/u,
};
const inputModes: Readonly<Record<DeclaredKind, string>> = {
  phone: 'tel',
  email: 'email',
  'current-address': 'text',
  'bank-account': 'numeric',
};

/** Says something about oneself. That forms may be filled with it is never chosen beforehand. */
@Component({
  selector: 'mocua-profile-fact-form',
  imports: [DayField, Localized, ProblemNotice],
  templateUrl: './profile-fact-form.html',
})
export class ProfileFactForm {
  readonly consent = input.required<NeededConsent>();
  readonly kept = output();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly kinds = declaredKinds;
  protected readonly names = profileFactNames;
  protected readonly kind = signal<DeclaredKind>('phone');
  protected readonly text = signal('');
  protected readonly bank = signal('');
  protected readonly holder = signal('');
  protected readonly until = signal('');
  protected readonly fillsForms = signal(false);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly fills = computed(() => fillingFactKinds.includes(this.kind()));
  protected readonly mode = computed(() => inputModes[this.kind()]);
  protected readonly wrong = computed(() => ({
    text: this.tried() && !shapes[this.kind()].test(this.#typed()),
    bank: this.tried() && this.kind() === 'bank-account' && this.bank().trim().length < 2,
    holder: this.tried() && this.kind() === 'bank-account' && this.holder().trim().length < 2,
    until: this.tried() && dayOf(this.until()) === 'wrong',
  }));

  protected choose(event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    this.kind.set(declaredKinds.find((kind) => kind === value) ?? 'phone');
    this.text.set('');
    this.tried.set(false);
  }

  protected value(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected tick(event: Event): void {
    this.fillsForms.set((event.target as HTMLInputElement).checked);
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const { text, bank, holder, until } = this.wrong();
    const first = text ? 'ho-so-noi-dung' : bank ? 'ho-so-ngan-hang' : holder ? 'ho-so-chu' : 'ho-so-den';
    if (text || bank || holder || until) return document.getElementById(first)?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const day = dayOf(this.until());
      const body = {
        fact: this.#fact(),
        fillsForms: this.fills() && this.fillsForms(),
        validUntil: day === 'none' ? null : day,
      };
      await this.consent().give();
      await this.#api.call(keepProfileFact, { body });
      this.#empty();
      this.kept.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #fact(): DeclaredFact {
    const kind = this.kind();
    const text = this.#typed();
    return kind === 'bank-account'
      ? { kind, text, bank: this.bank().trim(), holder: this.holder().trim() }
      : { kind, text };
  }

  /** Numbers are often written in groups. */
  #typed(): string {
    const typed = this.text().trim();
    return this.kind() === 'current-address' ? typed : typed.replace(/\s/gu, '');
  }

  #empty(): void {
    for (const field of [this.text, this.bank, this.holder, this.until]) field.set('');
    this.fillsForms.set(false);
    this.tried.set(false);
  }
}

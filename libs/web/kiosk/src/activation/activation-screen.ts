import { afterNextRender, Component, EnvironmentInjector, inject, signal } from '@angular/core';
import type { ApiFailure } from '@mocua/web/kernel';
import { focusHeading, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { Keypad } from '../keypad/keypad';
import { KioskSession } from '../session/kiosk-session';
import { append, clean, erase } from '../tracking/code-entry';

const length = { min: 6, max: 20 } as const;

/** For staff: turns this browser into a registered kiosk. */
@Component({
  selector: 'mocua-activation-screen',
  imports: [Keypad, ProblemNotice],
  templateUrl: './activation-screen.html',
})
export class ActivationScreen {
  protected readonly t = useTexts();
  readonly #session = inject(KioskSession);
  readonly #injector = inject(EnvironmentInjector);
  protected readonly code = signal('');
  protected readonly problem = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);

  protected press(key: string): void {
    this.code.update((code) => append(code, key, length.max));
    this.problem.set('');
  }

  protected erase(): void {
    this.code.update(erase);
  }

  protected type(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.code.set(clean(field.value, length.max));
    field.value = this.code();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.failure.set(null);
    this.problem.set(this.code().length < length.min ? this.t('kiosk.activation.tooShort') : '');
    if (this.problem() !== '') return;
    this.busy.set(true);
    this.failure.set(await this.#session.activate(this.code()));
    this.busy.set(false);
    // this screen is gone then: whoever works by keys begins at the greeting
    if (this.failure() === null)
      afterNextRender({ read: () => focusHeading() }, { injector: this.#injector });
  }
}

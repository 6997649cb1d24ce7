import { Component, computed, inject, output, signal } from '@angular/core';
import { listUnitOptions, registerDevice } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice } from '@mocua/web/ui';
import { messageAt, problemsOf } from '../actions/field-check';
import { TextField } from '../actions/text-field';

export interface RegisteredDevice {
  readonly name: string;
  /** To be typed on the kiosk; the server shows it once. */
  readonly code: string;
}

/** Announces a kiosk and gives the code to type on it. */
@Component({
  selector: 'mocua-register-device-form',
  imports: [ErrorSummary, ProblemNotice, TextField],
  templateUrl: './register-device-form.html',
})
export class RegisterDeviceForm {
  readonly registered = output<RegisteredDevice>();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly units = loadEndpoint(listUnitOptions, () => ({
    query: { filter: 'one-stop-centre' as const },
  }));
  protected readonly name = signal('');
  protected readonly place = signal('');
  protected readonly unit = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly attempts = signal(0);
  readonly #tried = computed(() => this.attempts() > 0);

  protected readonly problems = computed(() => {
    const failure = this.failure();
    return problemsOf(
      [
        { target: 'device-name', path: '/name', problem: this.#tooShort(this.name(), 'name') },
        {
          target: 'device-unit',
          path: '/unitId',
          problem:
            this.#tried() && this.unit() === ''
              ? this.t('officer.action.chooseOne', { label: this.t('officer.devices.unit') })
              : '',
        },
        { target: 'device-place', path: '/place', problem: this.#tooShort(this.place(), 'place') },
      ],
      failure?.kind === 'problem' ? failure.fields : [],
    );
  });

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected choose(event: Event): void {
    this.unit.set((event.target as HTMLSelectElement).value);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.attempts.update((count) => count + 1);
    this.failure.set(null);
    const unit = this.units.value()?.items.find((option) => option.unitId === this.unit());
    if (this.problems().length > 0 || !unit) return;
    this.busy.set(true);
    try {
      const body = { name: this.name(), place: this.place(), unitId: unit.unitId };
      const { device, registrationCode } = await this.#api.call(registerDevice, { body });
      this.registered.emit({ name: device.name, code: registrationCode });
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #tooShort(value: string, field: 'name' | 'place'): string {
    const label = this.t(`officer.devices.${field}`);
    return this.#tried() && value.trim().length < 2
      ? this.t('officer.action.writeAtLeast', { min: 2, label })
      : '';
  }
}

import { Component, effect, inject, input, output, signal } from '@angular/core';
import { type DeviceView, type KioskScreen, type KioskSettings, setDeviceSettings } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';

const numbers = [
  { key: 'idleSeconds', min: 30, max: 300 },
  { key: 'warningSeconds', min: 20, max: 60 },
  { key: 'volume', min: 0, max: 100 },
] as const;
const screens: readonly KioskScreen[] = ['file', 'track', 'results', 'ticket'];

/** How one kiosk behaves, set from afar; it takes it up within half a minute. */
@Component({
  selector: 'mocua-kiosk-settings-form',
  imports: [ProblemNotice, TextField],
  templateUrl: './kiosk-settings-form.html',
})
export class KioskSettingsForm {
  readonly device = input.required<DeviceView>();
  readonly saved = output();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly numbers = numbers;
  protected readonly screens = screens;
  protected readonly draft = signal<KioskSettings | null>(null);
  protected readonly notice = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      const { settings } = this.device();
      this.draft.set(settings);
      this.notice.set(settings.cameraNotice ?? '');
    });
  }

  protected count(key: (typeof numbers)[number]['key'], event: Event): void {
    const value = Number((event.target as HTMLInputElement).value);
    this.draft.update((draft) => draft && { ...draft, [key]: value });
  }

  protected offer(screen: KioskScreen, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.draft.update(
      (draft) =>
        draft && {
          ...draft,
          screens: screens.filter((each) => (each === screen ? checked : draft.screens.includes(each))),
        },
    );
  }

  protected problemOf({ key, min, max }: (typeof numbers)[number]): string {
    const value = this.draft()?.[key] ?? min;
    const right = Number.isInteger(value) && value >= min && value <= max;
    return right ? '' : this.t('officer.kiosk.between', { min, max });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    if (draft === null || this.busy() || numbers.some((each) => this.problemOf(each) !== '')) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const cameraNotice = this.notice().trim() === '' ? null : this.notice().trim();
      const params = { deviceId: this.device().deviceId };
      await this.#api.call(setDeviceSettings, { params, body: { ...draft, cameraNotice } });
      this.saved.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { type DeviceView, listDevices, revokeDevice } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { KioskSettingsForm } from '../kiosks/kiosk-settings-form';
import { ActingAssignment } from '../shell/acting-assignment';
import { type RegisteredDevice, RegisterDeviceForm } from './register-device-form';

const silentAfter = 5 * 60_000;

/** Kiosks of the province: register, watch, revoke. */
@Component({
  selector: 'mocua-device-list-page',
  imports: [Dialog, EmptyState, KioskSettingsForm, LoadingState, ProblemNotice, RegisterDeviceForm],
  templateUrl: './device-list-page.html',
  styleUrl: './device-list-page.css',
})
export class DeviceListPage {
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  protected readonly permitted = computed(() => this.#acting.permissions().includes('device.manage'));
  protected readonly devices = loadEndpoint(listDevices, () => (this.permitted() ? {} : undefined));

  protected readonly registering = signal(false);
  protected readonly registered = signal<RegisteredDevice | null>(null);
  protected readonly revoking = signal<DeviceView | null>(null);
  protected readonly setting = signal<DeviceView | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  /** A device in service that has not been heard of: it may be off, or off the network. */
  protected silent(device: DeviceView): boolean {
    if (device.state !== 'active') return false;
    return device.lastSeenAt === null || Date.now() - Date.parse(device.lastSeenAt) > silentAfter;
  }

  protected show(registered: RegisteredDevice): void {
    this.registering.set(false);
    this.registered.set(registered);
    this.devices.reload();
  }

  /** Parts of the machine that did not work when they were last used. */
  protected failing({ parts }: DeviceView): string {
    const names = (['printer', 'scanner', 'cardReader'] as const).filter((part) => parts[part] === 'failing');
    return names.map((part) => this.t(`officer.kiosk.parts.${part}`)).join(', ');
  }

  protected settingsSaved(device: DeviceView): void {
    this.setting.set(null);
    this.message.set(this.t('officer.kiosk.saved', { name: device.name }));
    this.devices.reload();
  }

  protected async revoke(device: DeviceView): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.#api.call(revokeDevice, { params: { deviceId: device.deviceId } });
      this.message.set(this.t('officer.devices.revoked', { name: device.name }));
      this.devices.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.revoking.set(null);
      this.busy.set(false);
    }
  }
}

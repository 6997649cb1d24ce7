import { Component, effect, inject, signal } from '@angular/core';
import {
  getNoticeSettings,
  type NoticeChannel,
  type NoticeKind,
  type NoticeSettingsView,
  saveNoticeSettings,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  loadEndpoint,
  Localized,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** Which notices also go to the telephone and the mailbox; the portal itself keeps all of them. */
@Component({
  selector: 'mocua-notice-settings',
  imports: [LoadingState, Localized, ProblemNotice],
  templateUrl: './notice-settings.html',
})
export class NoticeSettings {
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly channels: readonly NoticeChannel[] = ['sms', 'email', 'zalo'];
  protected readonly loaded = loadEndpoint(getNoticeSettings, () => ({}));
  protected readonly settings = signal<NoticeSettingsView['settings']>([]);
  /** Nobody is taken to agree: it starts as the person left it, and empty before they did. */
  protected readonly agreed = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);

  constructor() {
    effect(() => {
      const view = this.loaded.value();
      if (view === undefined) return;
      this.settings.set(view.settings);
      this.agreed.set(view.zalo?.agreed ?? false);
    });
  }

  protected agree(event: Event): void {
    this.saved.set(false);
    this.agreed.set((event.target as HTMLInputElement).checked);
  }

  /** Where the messages of a channel go; null where VNeID knows no such place. */
  protected addressOf(channel: NoticeChannel, view: NoticeSettingsView): string | null {
    return channel === 'email' ? view.email : view.phone;
  }

  protected all(channel: NoticeChannel): boolean {
    return this.settings().every((setting) => setting[channel]);
  }

  protected setAll(channel: NoticeChannel, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.#change((setting) => ({ ...setting, [channel]: on }));
  }

  protected set(channel: NoticeChannel, kind: NoticeKind, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.#change((setting) => (setting.kind === kind ? { ...setting, [channel]: on } : setting));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const text = this.loaded.value()?.zalo;
      const zalo = text ? { zalo: { agreed: this.agreed(), textVersion: text.textVersion } } : {};
      const body = { settings: [...this.settings()], ...zalo };
      this.loaded.set(await this.#api.call(saveNoticeSettings, { body }));
      this.saved.set(true);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #change(
    change: (setting: NoticeSettingsView['settings'][number]) => NoticeSettingsView['settings'][number],
  ): void {
    this.saved.set(false);
    this.settings.update((settings) => settings.map(change));
  }
}

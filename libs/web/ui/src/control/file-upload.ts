import { Component, computed, inject, input, output, signal } from '@angular/core';
import { formatBytes, Language, useTexts } from '@mocua/web/kernel';
import type { UploadedFile, UploadInProgress } from './upload-state';

/**
 * One paper of a dossier with its files. Knows nothing of the server: it hands out chosen files and shows
 * what it is told about them.
 */
@Component({
  selector: 'mc-file-upload',
  templateUrl: './file-upload.html',
})
export class FileUpload {
  /** Prefix of the control ids, unique on the page; `<name>-file` takes the focus of an error link. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly required = input(false);
  readonly error = input('');
  readonly maxFiles = input(1);
  readonly limitMb = input(25);
  readonly files = input.required<readonly UploadedFile[]>();
  readonly uploads = input<readonly UploadInProgress[]>([]);

  readonly chosen = output<readonly File[]>();
  readonly removed = output<UploadedFile>();
  readonly opened = output<UploadedFile>();
  readonly retried = output<UploadInProgress>();
  readonly dismissed = output<UploadInProgress>();

  protected readonly t = useTexts();
  readonly #language = inject(Language);
  protected readonly refused = signal('');
  protected readonly full = computed(() => this.files().length + this.uploads().length >= this.maxFiles());
  protected readonly described = computed(() =>
    [`${this.name()}-hint`, this.error() === '' ? '' : `${this.name()}-error`]
      .filter((id) => id !== '')
      .join(' '),
  );
  protected readonly status = computed(() => {
    const running = this.uploads().filter((upload) => upload.failure === null);
    if (running.length > 0) return this.t('ui.upload.running', { name: running[0]?.file.name ?? '' });
    return this.files().length > 0 ? this.t('ui.upload.done', { count: this.files().length }) : '';
  });

  protected size(bytes: number): string {
    return formatBytes(bytes, this.#language.current());
  }

  /** Refuses on this side only what the server would surely refuse, so that nobody waits for a "no". */
  protected choose(event: Event): void {
    const control = event.target as HTMLInputElement;
    const files = [...(control.files ?? [])];
    // the same file can be chosen again after it was removed
    control.value = '';
    this.refused.set('');
    const tooLarge = files.find((file) => file.size > this.limitMb() * 1_000_000);
    const empty = files.find((file) => file.size === 0);
    if (tooLarge !== undefined) {
      this.refused.set(this.t('ui.upload.tooLarge', { name: tooLarge.name, limit: this.limitMb() }));
    } else if (empty !== undefined) {
      this.refused.set(this.t('ui.upload.empty', { name: empty.name }));
    } else if (files.length > 0) {
      this.chosen.emit(files.slice(0, this.maxFiles() - this.files().length));
    }
  }
}

import { signal } from '@angular/core';
import type { AttachmentView } from '@mocua/contract';
import { asApiFailure } from '@mocua/web/kernel';
import type { UploadInProgress } from '@mocua/web/ui';

/** Sends one file and reports the sent share. */
export type SendFile = (
  component: string,
  file: File,
  progress: (share: number) => void,
) => Promise<AttachmentView>;

interface Entry extends UploadInProgress {
  readonly component: string;
}

/** The files on their way on one page; each is on its own, a failed one can be sent again. */
export class UploadList {
  readonly #entries = signal<readonly Entry[]>([]);
  #count = 0;

  constructor(
    private readonly send: SendFile,
    private readonly arrived: (attachment: AttachmentView) => void,
  ) {}

  of(component: string): readonly UploadInProgress[] {
    return this.#entries().filter((entry) => entry.component === component);
  }

  get busy(): boolean {
    return this.#entries().some((entry) => entry.failure === null);
  }

  /** One after the other: a phone's uplink is not faster for being shared. */
  async start(component: string, files: readonly File[]): Promise<void> {
    const entries = files.map((file): Entry => {
      this.#count += 1;
      return { key: `upload-${String(this.#count)}`, component, file, share: 0, failure: null };
    });
    this.#entries.update((list) => [...list, ...entries]);
    for (const entry of entries) await this.#run(entry);
  }

  async retry(key: string): Promise<void> {
    const entry = this.#entries().find((candidate) => candidate.key === key);
    if (entry === undefined) return;
    this.#change(key, { share: 0, failure: null });
    await this.#run(entry);
  }

  dismiss(key: string): void {
    this.#entries.update((list) => list.filter((entry) => entry.key !== key));
  }

  async #run(entry: Entry): Promise<void> {
    try {
      const attachment = await this.send(entry.component, entry.file, (share) =>
        this.#change(entry.key, { share }),
      );
      this.dismiss(entry.key);
      this.arrived(attachment);
    } catch (error) {
      this.#change(entry.key, { failure: asApiFailure(error) });
    }
  }

  #change(key: string, change: Partial<UploadInProgress>): void {
    this.#entries.update((list) =>
      list.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)),
    );
  }
}

import { Component, inject, output, signal } from '@angular/core';
import { type AttachmentId, removeFromDraft, scanToDraft } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Language, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { MachineParts } from '../session/machine-parts';
import { KioskDraft } from './kiosk-draft';

/** The papers the answers call for: scan them here, or bring them to the counter. There is no file dialog on a machine. */
@Component({
  selector: 'mocua-papers-step',
  imports: [ProblemNotice],
  templateUrl: './papers-step.html',
  styleUrl: './papers-step.css',
})
export class PapersStep {
  readonly done = output();
  readonly back = output();
  readonly handedOver = output();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly draft = inject(KioskDraft);
  readonly #api = inject(ApiClient);
  readonly #parts = inject(MachineParts);
  /** Code of the component being scanned. */
  protected readonly scanning = signal('');
  protected readonly failure = signal<{ component: string; failure: ApiFailure } | null>(null);

  protected filesOf(component: string) {
    return this.draft.attachments().filter((file) => file.componentCode === component);
  }

  protected async scan(component: string): Promise<void> {
    const draftId = this.draft.view()?.draftId;
    if (draftId === undefined || this.scanning() !== '') return;
    this.scanning.set(component);
    await this.#try(component, async () => {
      this.draft.attach(await this.#api.call(scanToDraft, { params: { draftId }, body: { component } }));
      this.#parts.note('scanner', true);
    });
    this.scanning.set('');
  }

  protected async remove(component: string, attachmentId: AttachmentId): Promise<void> {
    const draftId = this.draft.view()?.draftId;
    if (draftId === undefined) return;
    await this.#try(component, async () => {
      await this.#api.call(removeFromDraft, { params: { draftId, attachmentId } });
      this.draft.detach(attachmentId);
    });
  }

  async #try(component: string, work: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      const failure = asApiFailure(error);
      if (failure.kind === 'problem' && failure.code === 'kiosk.scanner-unavailable')
        this.#parts.note('scanner', false);
      this.failure.set({ component, failure });
    }
  }
}

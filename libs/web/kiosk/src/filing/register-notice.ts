import { Component, computed, inject } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { KioskDraft } from './kiosk-draft';

/** Says which data of the state could not be fetched for the draft on the screen, and how the person may go on. */
@Component({
  selector: 'mocua-register-notice',
  template: `@for (down of registersDown(); track down.register) {
    <div class="mc-notice mc-notice--warn" role="status">
      <p class="mc-notice__title">{{ t('kiosk.filing.registers.down.' + down.register) }}</p>
      <p>{{ t('kiosk.filing.registers.mode.' + down.whenDown) }}</p>
      <button
        type="button"
        class="mc-button mc-button--secondary"
        [disabled]="draft.asking()"
        (click)="draft.askRegisters()"
      >
        {{ t('kiosk.filing.registers.retry') }}
      </button>
    </div>
  }`,
})
export class RegisterNotice {
  protected readonly t = useTexts();
  protected readonly draft = inject(KioskDraft);
  protected readonly registersDown = computed(
    () => this.draft.view()?.registers.filter(({ state }) => state === 'down') ?? [],
  );
}

import { Component, output } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { Dialog, DisplaySettingsPanel } from '@mocua/web/ui';

/** Language and display over any page; loaded when somebody asks for it, and gone when closed. */
@Component({
  selector: 'mocua-display-dialog',
  imports: [Dialog, DisplaySettingsPanel],
  template: `
    <mc-dialog [heading]="t('ui.display.heading')" [open]="true" (closed)="closed.emit()">
      <mc-display-settings />
      <button type="button" class="mc-button" (click)="closed.emit()">{{ t('ui.close') }}</button>
    </mc-dialog>
  `,
})
export class DisplayDialog {
  readonly closed = output();
  protected readonly t = useTexts();
}

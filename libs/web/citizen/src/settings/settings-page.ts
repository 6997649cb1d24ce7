import { Component } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { DisplaySettingsPanel } from '@mocua/web/ui';
import { NoticeSettings } from './notice-settings';

/** How pages look and what one is told; both are kept with the account. */
@Component({
  selector: 'mocua-settings-page',
  imports: [DisplaySettingsPanel, NoticeSettings],
  templateUrl: './settings-page.html',
})
export class SettingsPage {
  protected readonly t = useTexts();
}

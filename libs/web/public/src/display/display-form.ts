import { Component, inject, input } from '@angular/core';
import { textSizes, useTexts } from '@mocua/web/kernel';
import { PAGE_MODEL } from '../page/page-model.token';

/** A plain form: the server keeps the choice in a cookie and leads back. */
@Component({
  selector: 'mocua-display-form',
  templateUrl: './display-form.html',
})
export class DisplayForm {
  readonly back = input.required<string>();
  protected readonly t = useTexts();
  protected readonly frame = inject(PAGE_MODEL).frame;
  protected readonly languages = [
    { value: 'vi', label: 'Tiếng Việt' },
    { value: 'en', label: 'English' },
  ];
  protected readonly sizes = textSizes.map((value) => ({
    value,
    label: `ui.display.text${value.charAt(0).toUpperCase()}${value.slice(1)}`,
  }));
  protected readonly contrasts = [
    { value: 'normal', label: 'ui.display.contrastNormal' },
    { value: 'high', label: 'ui.display.contrastHigh' },
  ];
}

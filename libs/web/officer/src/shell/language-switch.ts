import { Component, inject } from '@angular/core';
import { Language, Texts } from '@mocua/web/kernel';

/** Names each language in itself, so that it is found by the person who needs it. */
@Component({
  selector: 'mocua-language-switch',
  template: `
    @if (language.current() === 'vi') {
      <button type="button" class="mc-header__link" lang="en" (click)="texts.switchTo('en')">English</button>
    } @else {
      <button type="button" class="mc-header__link" lang="vi" (click)="texts.switchTo('vi')">
        Tiếng Việt
      </button>
    }
  `,
})
export class LanguageSwitch {
  protected readonly language = inject(Language);
  protected readonly texts = inject(Texts);
}

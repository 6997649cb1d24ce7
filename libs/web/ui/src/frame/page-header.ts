import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';
import { Emblem } from './emblem';

/** Skip link, name of the site, and the tools projected into it. */
@Component({
  selector: 'mc-page-header',
  imports: [RouterLink, Emblem],
  templateUrl: './page-header.html',
})
export class PageHeader {
  readonly province = input.required<string>();
  readonly site = input.required<string>();
  /** Address of the province's emblem; a drawn door stands in for it. */
  readonly emblem = input('');
  /** Id of the main region the skip link leads to. */
  readonly main = input('noi-dung');
  protected readonly t = useTexts();

  protected skip(event: Event): void {
    // a fragment link would be resolved against the base address and leave the page
    event.preventDefault();
    const target = document.getElementById(this.main());
    target?.focus();
    target?.scrollIntoView();
  }
}

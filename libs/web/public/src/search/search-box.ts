import { Component, input } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/**
 * The field that finds procedures. Without script it asks the server when it is sent; with it, suggestions appear while the
 * person types. The words of the suggestions travel in data attributes, because the script has none of its own.
 */
@Component({
  selector: 'mocua-search-box',
  templateUrl: './search-box.html',
})
export class SearchBox {
  readonly words = input('');
  /** Large on the home page. */
  readonly large = input(false);
  protected readonly t = useTexts();
}

import { Component, input } from '@angular/core';
import type { ContentBlock } from '@mocua/contract';

/** A page of the editors, block by block. Texts are bound as text, addresses go through Angular's check of URLs. */
@Component({
  selector: 'mc-content-body',
  templateUrl: './content-body.html',
})
export class ContentBody {
  readonly blocks = input.required<readonly ContentBlock[]>();
  /** Level of the headings inside; the page's own title stands one above. */
  readonly level = input<2 | 3>(2);
  /** `vi` where the page is in English and this text is not. */
  readonly lang = input<string | null>(null);
}

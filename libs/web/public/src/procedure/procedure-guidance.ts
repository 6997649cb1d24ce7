import { Component, input } from '@angular/core';
import type { GuidanceView } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';

/** How to go on where another system resolves: the way there, its steps, and where people help. */
@Component({
  selector: 'mocua-procedure-guidance',
  imports: [Localized],
  templateUrl: './procedure-guidance.html',
})
export class ProcedureGuidance {
  readonly guidance = input.required<GuidanceView>();
  protected readonly t = useTexts();
}

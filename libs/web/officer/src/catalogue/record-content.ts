import { Component, input } from '@angular/core';
import type { RecordReviewView } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';

/** Everything a record says, exactly as it says it. */
@Component({
  selector: 'mocua-record-content',
  templateUrl: './record-content.html',
})
export class RecordContent {
  readonly record = input.required<RecordReviewView['record']>();
  protected readonly t = useTexts();

  /** Code before name, where both are said. */
  protected coded({ code, name }: { readonly code: string; readonly name: string }): string {
    return [code, name].filter((text) => text !== '').join(' · ');
  }
}

import { Component, computed, input, model } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { ContentBody, type SummaryError } from '@mocua/web/ui';
import { messageAt } from '../actions/field-check';
import { TextField } from '../actions/text-field';
import { type BlockDraft, blockKinds, blockOf, emptyBlock, type TextDraft } from './content-draft';

/** The text of a page in one language, block by block, with what it will look like beside it. */
@Component({
  selector: 'mocua-content-text-form',
  imports: [ContentBody, TextField],
  templateUrl: './content-text-form.html',
  styleUrl: './content-text-form.css',
})
export class ContentTextForm {
  readonly language = input.required<'vi' | 'en'>();
  readonly problems = input<readonly SummaryError[]>([]);
  readonly draft = model.required<TextDraft>();
  protected readonly t = useTexts();
  protected readonly kinds = blockKinds;
  protected readonly preview = computed(() =>
    this.draft()
      .blocks.filter((block) => block.text.trim() !== '')
      .map(blockOf),
  );

  protected id(part: string | number): string {
    return `content-${this.language()}-${String(part)}`;
  }

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected put(change: Partial<TextDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected putBlock(at: number, change: Partial<BlockDraft>): void {
    this.put({
      blocks: this.draft().blocks.map((block, index) => (index === at ? { ...block, ...change } : block)),
    });
  }

  protected chooseKind(at: number, event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    this.putBlock(at, { kind: blockKinds.find((kind) => kind === value) ?? 'paragraph' });
  }

  protected add(): void {
    this.put({ blocks: [...this.draft().blocks, emptyBlock] });
  }

  protected remove(at: number): void {
    this.put({ blocks: this.draft().blocks.filter((_block, index) => index !== at) });
  }

  protected move(at: number, step: -1 | 1): void {
    const blocks = [...this.draft().blocks];
    const [moved] = blocks.splice(at, 1);
    if (moved !== undefined) blocks.splice(at + step, 0, moved);
    this.put({ blocks });
  }
}

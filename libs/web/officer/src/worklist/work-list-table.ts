import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InboxItem, Queue } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { StatusTag } from '@mocua/web/ui';
import { type Urgency, urgencyOf } from './urgency';

const tones: Readonly<Record<Urgency, string>> = {
  overdue: 'mc-tag--bad',
  near: 'mc-tag--warn',
  later: 'mc-tag--progress',
  none: '',
};

/** One line a dossier: limit, code, owner, procedure, step. */
@Component({
  selector: 'mocua-work-list-table',
  imports: [RouterLink, StatusTag],
  templateUrl: './work-list-table.html',
  styleUrl: './work-list-table.css',
})
export class WorkListTable {
  readonly items = input.required<readonly InboxItem[]>();
  readonly queue = input.required<Queue>();
  /** When the lines were read, in milliseconds since the epoch. */
  readonly now = input.required<number>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);

  protected urgency(item: InboxItem): Urgency {
    return urgencyOf({ overdue: item.overdue, limitAt: this.limit(item) }, this.now());
  }

  protected tone(item: InboxItem): string {
    return tones[this.urgency(item)];
  }

  protected limit(item: InboxItem): string | null {
    return item.code === null ? item.receptionDueAt : item.dueAt;
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }
}

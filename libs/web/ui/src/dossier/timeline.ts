import { Component, computed, inject, input } from '@angular/core';
import type { TimelineEntry } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { actorWords } from './actor-words';

/** Entries as both the person's page and the public tracking have them. */
export type TimelineItem = Omit<TimelineEntry, 'note' | 'step'> &
  Partial<Pick<TimelineEntry, 'note' | 'step'>>;

/** What happened, newest first, in sentences. */
@Component({
  selector: 'mc-timeline',
  template: `
    <ol class="mc-timeline">
      @for (entry of shown(); track entry.seq) {
        <li [class.mc-timeline__now]="$first">
          <p class="mc-timeline__title">{{ sentence(entry) }}</p>
          <p class="mc-timeline__meta">{{ when(entry.at) }} · {{ who(entry) }}</p>
          @if (entry.note; as note) {
            <p class="mc-timeline__note">{{ note }}</p>
          }
        </li>
      }
    </ol>
  `,
})
export class Timeline {
  readonly entries = input.required<readonly TimelineItem[]>();
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  protected readonly shown = computed(() => [...this.entries()].sort((a, b) => b.seq - a.seq));

  protected who({ actor }: TimelineItem): string {
    return actorWords(actor, this.#language.current()) ?? this.t(`dossier.actor.${actor.kind}`);
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  /** An event this page does not know yet is still told, in general words. */
  protected sentence({ kind, step }: TimelineItem): string {
    const name = this.#language.text(step);
    if (name !== '') return this.t('dossier.event.step', { name });
    const key = `dossier.event.${kind}`;
    const text = this.t(key);
    return text === key ? this.t('dossier.event.other') : text;
  }
}

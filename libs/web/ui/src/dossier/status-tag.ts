import { Component, computed, input } from '@angular/core';
import type { ProcessingState } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';

type Tone = 'plain' | 'progress' | 'good' | 'warn' | 'bad';

const tones: Readonly<Record<ProcessingState, Tone>> = {
  submitted: 'progress',
  'pre-supplement': 'warn',
  refused: 'bad',
  received: 'progress',
  transferring: 'progress',
  processing: 'progress',
  'awaiting-supplement': 'warn',
  'awaiting-payment': 'warn',
  done: 'good',
  returned: 'good',
  withdrawn: 'plain',
  stopped: 'bad',
};

/** The state of a dossier in words, with a shape and a colour that say the same. */
@Component({
  selector: 'mc-status-tag',
  template: `<span class="mc-tag" [class]="'mc-tag--' + tone()">{{ label() }}</span>`,
})
export class StatusTag {
  readonly state = input.required<ProcessingState>();
  /** A finished dossier may have ended in a written refusal. */
  readonly outcome = input<'positive' | 'negative' | null>(null);
  protected readonly t = useTexts();
  protected readonly tone = computed<Tone>(() => {
    const finished = this.state() === 'done' || this.state() === 'returned';
    return finished && this.outcome() === 'negative' ? 'warn' : tones[this.state()];
  });
  protected readonly label = computed(() => {
    const negative = this.state() === 'done' && this.outcome() === 'negative';
    return this.t(negative ? 'dossier.state.done-negative' : `dossier.state.${this.state()}`);
  });
}

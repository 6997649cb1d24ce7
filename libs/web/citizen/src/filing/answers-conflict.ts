import { Component, computed, inject, input, output } from '@angular/core';
import type { Answers, DraftView } from '@mocua/contract';
import type { FormState } from '@mocua/engine/eform';
import { readBack } from '@mocua/engine/eform/page';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';

interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Two versions of the same draft, side by side where they differ; nothing is thrown away without being asked. */
@Component({
  selector: 'mocua-answers-conflict',
  templateUrl: './answers-conflict.html',
})
export class AnswersConflict {
  readonly mine = input.required<FormState>();
  readonly theirs = input.required<DraftView>();
  readonly settled = output<'mine' | 'theirs'>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly savedAt = computed(() => formatInstant(this.theirs().savedAt, this.#language.current()));
  protected readonly differences = computed<readonly Difference[]>(() => {
    const [mine, theirs] = [this.#rows(this.mine().answers), this.#rows(this.theirs().answers)];
    return [...new Set([...mine.keys(), ...theirs.keys()])]
      .map((label) => ({ label, mine: mine.get(label) ?? '–', theirs: theirs.get(label) ?? '–' }))
      .filter((row) => row.mine !== row.theirs);
  });

  #rows(answers: Answers): ReadonlyMap<string, string> {
    const { form, facts } = this.mine();
    const pages = readBack(form, answers, { facts, lang: this.#language.current() });
    return new Map(pages.flatMap((page) => page.rows.map((row) => [row.label, row.text])));
  }
}

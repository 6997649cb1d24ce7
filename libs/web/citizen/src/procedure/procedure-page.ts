import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getProcedure } from '@mocua/contract';
import {
  formatDate,
  formatWorkingMinutes,
  Language,
  loadEndpoint,
  Localized,
  PageTitle,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** What a person must know before filing, the answers first and the law last. */
@Component({
  selector: 'mocua-procedure-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice],
  templateUrl: './procedure-page.html',
})
export class ProcedurePage {
  /** Bound from the route. */
  readonly code = input.required<string>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getProcedure, () => ({ params: { code: this.code() } }));
  protected readonly experience = computed(() => {
    const experience = this.loaded.value()?.experience;
    if (experience === null || experience === undefined) return '';
    const time = formatWorkingMinutes(experience.medianWorkingMinutes, this.#language.current());
    return this.t('site.procedure.experience', { time, count: experience.dossiers });
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const procedure = this.loaded.value();
      if (procedure !== undefined) title.about(this.#language.text(procedure.name));
    });
  }

  protected date(value: string): string {
    return formatDate(value, this.#language.current());
  }

  protected print(): void {
    window.print();
  }
}

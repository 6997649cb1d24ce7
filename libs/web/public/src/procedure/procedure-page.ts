import { Component, computed, effect, inject, input } from '@angular/core';
import type { ProcedureView } from '@mocua/contract';
import { formatDate, formatWorkingMinutes, Language, Localized, useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { firstWords } from './first-words';

/** So much of a text fits on the first screen of a phone beside the other answers. */
const shortAnswer = 90;

/** What a person must know before filing: six answers and the button first, the law last. */
@Component({
  selector: 'mocua-procedure-page',
  imports: [Localized],
  templateUrl: './procedure-page.html',
})
export class ProcedurePage {
  readonly procedure = input.required<ProcedureView>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly who = computed(() =>
    this.#short(this.procedure().whoMayApply.vi, this.procedure().whoMayApply.en),
  );
  protected readonly fee = computed(() => this.#short(this.procedure().fee.vi, this.procedure().fee.en));
  protected readonly duration = computed(() =>
    this.#short(this.procedure().duration.vi, this.procedure().duration.en),
  );
  protected readonly fileAddress = computed(() => `/nop-ho-so/${encodeURIComponent(this.procedure().code)}`);
  protected readonly papers = computed(() => {
    const { components, record } = this.procedure();
    const always = components.filter((component) => component.required === 'always').length;
    if (components.length > 0)
      return this.t('public.procedure.paperCount', { always, depends: components.length - always });
    const listed = record?.cases.reduce((sum, each) => sum + each.components.length, 0) ?? 0;
    return listed > 0
      ? this.t('public.procedure.paperListed', { count: listed })
      : this.t('public.procedure.noPapers');
  });
  protected readonly experience = computed(() => {
    const { experience } = this.procedure();
    if (experience === null) return '';
    const time = formatWorkingMinutes(experience.medianWorkingMinutes, this.#language.current());
    return this.t('public.procedure.experience', { time, count: experience.dossiers });
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const { name, code, duration, fee } = this.procedure();
      const text = this.#language.text;
      head.describe(
        text(name),
        `${this.t('public.procedure.duration')}: ${text(duration)}. ${this.t('public.procedure.fee')}: ${text(fee)}. ${this.papers()}.`,
      );
      head.canonical(`/thu-tuc/${encodeURIComponent(code)}`);
    });
  }

  protected date(value: string): string {
    return formatDate(value, this.#language.current());
  }

  #short(vi: string, en: string) {
    return firstWords(this.#language.text({ vi, en }), shortAnswer);
  }
}

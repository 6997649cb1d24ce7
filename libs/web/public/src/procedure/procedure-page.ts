import { Component, computed, effect, inject, input } from '@angular/core';
import type { LocalizedText, ProcedureView } from '@mocua/contract';
import { formatDate, formatWorkingMinutes, Language, Localized, useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { firstWords } from './first-words';
import { ProcedureFees } from './procedure-fees';
import { ProcedureGuidance } from './procedure-guidance';
import { ProcedurePapers } from './procedure-papers';
import { ProcedureRecord } from './procedure-record';

/** So much of a text fits on the first screen of a phone beside the other answers. */
const shortAnswer = 60;

interface Fact {
  /** Text key of the question. */
  readonly term: string;
  readonly words: string;
  /** Where on the page the rest stands; empty when this is all. */
  readonly more: string;
}

/** What a person must know before filing: five answers and the button on the first screen of a phone, the law last. */
@Component({
  selector: 'mocua-procedure-page',
  imports: [Localized, ProcedureFees, ProcedureGuidance, ProcedurePapers, ProcedureRecord],
  templateUrl: './procedure-page.html',
})
export class ProcedurePage {
  readonly procedure = input.required<ProcedureView>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly fileAddress = computed(() => `/nop-ho-so/${encodeURIComponent(this.procedure().code)}`);
  protected readonly facts = computed((): readonly Fact[] => {
    const { whoMayApply, fee, duration, results, competentAgency } = this.procedure();
    return [
      this.#fact('public.procedure.who', whoMayApply, '#ai-duoc-lam'),
      { term: 'public.procedure.papersShort', words: this.papers(), more: '#giay-to' },
      this.#fact('public.procedure.fee', fee, '#phi'),
      this.#fact('public.procedure.durationShort', duration, '#thoi-gian'),
      this.#fact('public.procedure.resultShort', results[0] ?? competentAgency, '#ket-qua'),
    ];
  });
  protected readonly papers = computed(() => {
    const { components, record } = this.procedure();
    const always = components.filter((component) => component.required === 'always').length;
    const depends = components.length - always;
    if (always > 0 && depends > 0) return this.t('public.procedure.paperCount', { always, depends });
    if (always > 0) return this.t('public.procedure.paperAlways', { always });
    const listed = depends || (record?.cases.reduce((sum, each) => sum + each.components.length, 0) ?? 0);
    if (listed > 0) return this.t('public.procedure.paperListed', { count: listed });
    return this.t(
      this.procedure().guidance ? 'public.procedure.papersElsewhere' : 'public.procedure.noPapers',
    );
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
      const { name, code } = this.procedure();
      const facts = this.facts().map(({ term, words }) => `${this.t(term)}: ${words}`);
      head.describe(this.#language.text(name), `${facts.slice(1, 4).join('. ')}.`);
      head.canonical(`/thu-tuc/${encodeURIComponent(code)}`);
    });
  }

  protected date(value: string): string {
    return formatDate(value, this.#language.current());
  }

  #fact(term: string, text: LocalizedText, more: string): Fact {
    const { words, cut } = firstWords(this.#language.text(text), shortAnswer);
    return { term, words, more: cut ? more : '' };
  }
}

import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input } from '@angular/core';
import {
  type EligibilityPage as EligibilityContent,
  type EligibleProcedure,
  personFacts,
  type PersonFactDefinition,
  type PersonFactName,
} from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { FormErrors } from '../problem/form-errors';

interface Question {
  readonly name: PersonFactName;
  readonly definition: PersonFactDefinition;
  readonly error: boolean;
  readonly options: readonly { readonly value: string; readonly label: { vi: string; en: string } }[];
}

const yesNo = [
  { value: 'true', label: { vi: 'Có', en: 'Yes' } },
  { value: 'false', label: { vi: 'Không', en: 'No' } },
];
const unsure = { value: '', label: { vi: 'Tôi không rõ', en: 'I am not sure' } };

/** A few questions at a time, and after each few what the person qualifies for, with reasons. Nothing is kept. */
@Component({
  selector: 'mocua-eligibility-page',
  imports: [Localized, FormErrors, NgTemplateOutlet],
  templateUrl: './eligibility-page.html',
})
export class EligibilityPage {
  readonly content = input.required<EligibilityContent>();
  protected readonly t = useTexts();
  /** What was told before, to be sent along. */
  protected readonly told = computed(() =>
    Object.entries(this.content().facts)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => ({ name, value: String(value) })),
  );
  protected readonly questions = computed(() =>
    this.content().ask.map((name): Question => {
      const definition: PersonFactDefinition = personFacts[name];
      const error = this.content().errors.some((each) => each.target === name);
      return { name, definition, error, options: optionsOf(definition) };
    }),
  );
  protected readonly groups = computed(() => {
    const procedures = this.content().procedures ?? [];
    return (['qualifies', 'unknown', 'lacks'] as const)
      .map((state) => ({ state, procedures: procedures.filter((each) => each.state === state) }))
      .filter((group) => group.procedures.length > 0);
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      head.describe(
        this.t('public.eligibility.title'),
        this.t('public.eligibility.lead'),
        this.content().errors.length > 0,
      );
      head.canonical('/ban-lam-duoc-gi');
    });
  }

  /** Gives the template of a list back the type of what it lists. */
  protected listed(procedures: unknown): readonly EligibleProcedure[] {
    return procedures as readonly EligibleProcedure[];
  }

  protected address(code: string): string {
    return `/thu-tuc/${encodeURIComponent(code)}`;
  }
}

function optionsOf(definition: PersonFactDefinition): Question['options'] {
  if (definition.type === 'integer') return [];
  const choices =
    definition.type === 'boolean'
      ? yesNo
      : Object.entries(definition.options).map(([value, label]) => ({ value, label }));
  return [...choices, unsure];
}

import { Component, computed, inject, input } from '@angular/core';
import type { FormDefinition, SupplementView } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { fieldGroups, keyOf } from './supplement-choice';

/** What was asked for, item by item, as the applicant sees it. */
@Component({
  selector: 'mocua-supplement-summary',
  template: `
    <p class="mc-small mc-muted">{{ t('officer.dossier.supplementStates.' + supplement().state) }}</p>
    <p>
      <strong>{{ t('officer.dossier.supplementReason') }}:</strong> {{ supplement().reason }}
    </p>
    <ol>
      @for (item of supplement().items; track $index) {
        <li>
          <strong>{{ labelOf(item) }}</strong
          >: {{ item.instruction }}
        </li>
      }
    </ol>
    @if (supplement().answerBy; as at) {
      <p>
        {{ t('officer.dossier.supplementAnswerBy') }}: <strong>{{ when(at) }}</strong>
      </p>
    }
    @if (supplement().answeredAt; as at) {
      <p>
        {{ t('officer.dossier.supplementAnsweredAt') }}: <strong>{{ when(at) }}</strong>
      </p>
    }
  `,
})
export class SupplementSummary {
  readonly supplement = input.required<SupplementView>();
  readonly form = input.required<FormDefinition>();
  /** Names of papers by component code. */
  readonly components = input<ReadonlyMap<string, string>>(new Map());
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  readonly #labels = computed(
    () =>
      new Map(
        fieldGroups(this.form(), new Map()).flatMap((group) =>
          group.options.map((option) => [keyOf(option), option.label]),
        ),
      ),
  );

  protected labelOf(item: SupplementView['items'][number]): string {
    const known =
      item.kind === 'component'
        ? this.components().get(item.ref)
        : this.#language.text(this.#labels().get(keyOf(item)));
    return (
      known ||
      this.t(item.kind === 'component' ? 'officer.supplement.components' : 'officer.supplement.fields')
    );
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}

import { Component, computed, input, output } from '@angular/core';
import type { Answers } from '@mocua/contract';
import { readBack } from '@mocua/engine/eform';
import type { CompiledForm, FormFacts, FormState, ReadBackRow } from '@mocua/engine/eform';
import type { UnitChoices } from '../page/page-context';
import { say } from '../texts/renderer-texts';
import type { RendererLang } from '../texts/renderer-texts';

/** What was answered, page by page, with a way back to each answer. Give either `state`, or `form` with `answers` and `facts`. */
@Component({
  selector: 'mocua-answer-list',
  templateUrl: './answer-list.html',
})
export class AnswerList {
  readonly state = input<FormState>();
  readonly form = input<CompiledForm>();
  readonly answers = input<Answers>({});
  readonly facts = input<FormFacts>();
  readonly units = input<UnitChoices>({});
  readonly lang = input<RendererLang>('vi');
  /** Whether answers have a link back; locked ones never do. */
  readonly editable = input(true);
  readonly edit = output<{ readonly pageId: string; readonly path: string }>();

  protected readonly pages = computed(() => {
    const state = this.state();
    const form = state?.form ?? this.form();
    const facts = state?.facts ?? this.facts();
    if (form === undefined || facts === undefined) return [];
    return readBack(form, state?.answers ?? this.answers(), {
      facts,
      lang: this.lang(),
      unitName: this.#unitName(),
    });
  });
  readonly #unitName = computed(() => {
    const names = new Map(
      Object.values(this.units()).flatMap((options) =>
        options.map((unit): [string, string] => [unit.unitId, unit.name]),
      ),
    );
    return (id: string): string | undefined => names.get(id);
  });
  protected readonly editWord = computed(() => say(this.lang(), 'edit'));

  protected startsGroup(rows: readonly ReadBackRow[], index: number): boolean {
    const group = rows[index]?.group ?? null;
    return group !== null && group !== rows[index - 1]?.group;
  }

  protected fullLabel(row: ReadBackRow): string {
    return row.group === null ? row.label : `${row.label} (${row.group})`;
  }
}

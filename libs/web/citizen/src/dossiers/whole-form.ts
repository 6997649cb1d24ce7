import { Component, computed, inject, input, output } from '@angular/core';
import type { FieldProblem } from '@mocua/contract';
import { type FormState, journey } from '@mocua/engine/eform';
import { FormPage } from '@mocua/web/eform-renderer';
import { Language } from '@mocua/web/kernel';
import { useUnitChoices } from '../filing/unit-choices';

/** The pages of a form on one screen: for changing a few answers, not for filling in from nothing. */
@Component({
  selector: 'mocua-whole-form',
  imports: [FormPage],
  template: `
    @for (page of pages(); track page.id) {
      <mocua-form-page
        [state]="state()"
        [pageId]="page.id"
        [problems]="problems()"
        [instructions]="instructions()"
        [units]="units()"
        [lang]="language.current()"
        (stateChange)="changed.emit($event)"
      />
    }
  `,
})
export class WholeForm {
  readonly state = input.required<FormState>();
  readonly problems = input<readonly FieldProblem[]>([]);
  /** By field id: what the agency asks for. */
  readonly instructions = input<Readonly<Record<string, string>>>({});
  readonly changed = output<FormState>();
  protected readonly language = inject(Language);
  protected readonly units = useUnitChoices();
  protected readonly pages = computed(() => journey(this.state()));
}

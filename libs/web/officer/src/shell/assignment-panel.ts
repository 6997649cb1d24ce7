import { Component, inject, input, output } from '@angular/core';
import type { AssignmentView } from '@mocua/contract';
import { formatDate, Language, useTexts } from '@mocua/web/kernel';

/** The assignments of an officer as buttons; each says unit, role, signing capacity and whom it stands in for. */
@Component({
  selector: 'mocua-assignment-panel',
  template: `
    <ul class="mc-cards mc-cards--two">
      @for (assignment of assignments(); track assignment.assignmentId) {
        <li>
          <button
            type="button"
            class="choice"
            [attr.aria-pressed]="assignment.assignmentId === current()?.assignmentId"
            (click)="chosen.emit(assignment)"
          >
            <strong>{{ t('officer.role.' + assignment.role) }}</strong>
            <span>{{ assignment.unitName }}</span>
            @if (assignment.signingCapacity; as capacity) {
              <span class="mc-tag">{{ t('officer.assignment.signs', { capacity }) }}</span>
            }
            @if (assignment.standsInFor; as name) {
              <span class="mc-tag mc-tag--warn">{{ t('officer.assignment.standsIn', { name }) }}</span>
            }
            @if (assignment.validTo; as day) {
              <span class="mc-muted">{{ t('officer.assignment.until', { date: date(day) }) }}</span>
            }
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './assignment-panel.css',
})
export class AssignmentPanel {
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  readonly assignments = input.required<readonly AssignmentView[]>();
  readonly current = input.required<AssignmentView | null>();
  readonly chosen = output<AssignmentView>();

  protected date(day: string): string {
    return formatDate(day, this.#language.current());
  }
}

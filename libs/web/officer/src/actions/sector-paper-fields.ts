import { Component, computed, input, model } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { missingOf, noPaper, type SectorPaper, shortest } from './sector-paper';
import { TextField } from './text-field';

/** Asks for the paper that says how a step of a sector system ended. */
@Component({
  selector: 'mocua-sector-paper-fields',
  imports: [TextField],
  template: `
    <p class="mc-notice mc-notice--warn">{{ t('officer.sector.paper.lead', { system: system() }) }}</p>
    <mocua-text-field
      [control]="name() + '-paper-number'"
      [label]="t('officer.sector.paper.number')"
      [max]="60"
      [problem]="shown('number')"
      [value]="paper().number"
      (valueChange)="take('number', $event)"
    />
    <div class="mc-field">
      <label class="mc-label" [for]="name() + '-paper-date'">{{ t('officer.sector.paper.issuedOn') }}</label>
      @if (shown('issuedOn'); as problem) {
        <span class="mc-error" [id]="name() + '-paper-date-error'">{{ problem }}</span>
      }
      <input
        class="mc-input"
        type="date"
        [id]="name() + '-paper-date'"
        [attr.aria-invalid]="shown('issuedOn') !== '' || null"
        [attr.aria-describedby]="shown('issuedOn') === '' ? null : name() + '-paper-date-error'"
        [value]="paper().issuedOn"
        (input)="takeDate($event)"
      />
    </div>
    <mocua-text-field
      [control]="name() + '-paper-issuer'"
      [label]="t('officer.sector.paper.issuer')"
      [max]="200"
      [problem]="shown('issuer')"
      [value]="paper().issuer"
      (valueChange)="take('issuer', $event)"
    />
    <mocua-text-field
      [control]="name() + '-paper-reason'"
      [label]="t('officer.sector.paper.reason')"
      [lines]="3"
      [max]="1000"
      [problem]="shown('reason')"
      [value]="paper().reason"
      (valueChange)="take('reason', $event)"
    />
  `,
})
export class SectorPaperFields {
  readonly name = input.required<string>();
  readonly system = input.required<string>();
  /** Whether somebody tried to send it; only then is said what is missing. */
  readonly tried = input(false);
  readonly paper = model<SectorPaper>(noPaper);
  protected readonly t = useTexts();
  readonly #missing = computed(() => missingOf(this.paper()));

  protected shown(field: keyof SectorPaper): string {
    if (!this.tried() || !this.#missing().includes(field)) return '';
    const label = this.t(`officer.sector.paper.${field}`);
    if (field === 'issuedOn') return this.t('officer.sector.paper.noDate');
    return this.t('officer.action.writeAtLeast', { min: shortest[field], label });
  }

  protected take(field: keyof SectorPaper, value: string): void {
    this.paper.update((paper) => ({ ...paper, [field]: value }));
  }

  protected takeDate(event: Event): void {
    this.take('issuedOn', (event.target as HTMLInputElement).value);
  }
}

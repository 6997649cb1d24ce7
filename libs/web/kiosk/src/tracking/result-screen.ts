import { Component, computed, inject } from '@angular/core';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { Timeline } from '@mocua/web/ui';
import { PrintSlip } from '../printing/print-slip';
import type { Slip } from '../printing/slip-printer';
import { KioskSession } from '../session/kiosk-session';
import { isLate, stateKey } from './state-words';

/** Where the dossier is, in plain words: first the state, then what to do, then what happened; on paper too. */
@Component({
  selector: 'mocua-result-screen',
  imports: [PrintSlip, Timeline],
  templateUrl: './result-screen.html',
  styleUrl: './result-screen.css',
})
export class ResultScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  protected readonly language = inject(Language);
  protected readonly status = this.session.result;
  protected readonly words = computed(() => {
    const status = this.status();
    return status === null ? '' : stateKey(status);
  });
  protected readonly late = computed(() => {
    const status = this.status();
    return status !== null && isLate(status, Date.now());
  });

  /** Without the PIN: whoever finds the paper must not be able to follow the dossier. */
  protected readonly slip = (): Slip => {
    const status = this.status();
    if (status === null) return { title: '', lines: [], picture: null };
    const line = (label: string, value: string | null): Slip['lines'] =>
      value === null ? [] : [[this.t(label), value]];
    const due = status.dueAt ?? status.receptionDueAt;
    return {
      title: this.t('kiosk.receipt.slip'),
      lines: [
        line('kiosk.receipt.procedure', this.language.text(status.procedure.name)),
        line('kiosk.result.code', status.code),
        line('kiosk.result.transaction', status.transactionCode),
        line('kiosk.receipt.submitted', this.when(status.submittedAt)),
        line('kiosk.result.state', this.t(`kiosk.state.${this.words()}`)),
        line(status.dueAt === null ? 'kiosk.result.receptionDue' : 'kiosk.result.due', due && this.when(due)),
        line('kiosk.receipt.where', status.receivingUnit.name),
      ].flat(),
      picture: null,
    };
  };

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected async another(): Promise<void> {
    this.session.forgetSearch();
    await this.session.show('/');
  }
}

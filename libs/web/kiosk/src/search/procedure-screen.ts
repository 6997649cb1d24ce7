import { Component, computed, inject } from '@angular/core';
import type { KioskScreen } from '@mocua/contract';
import { Language, useTexts } from '@mocua/web/kernel';
import { PrintSlip } from '../printing/print-slip';
import type { Slip } from '../printing/slip-printer';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from '../visit/kiosk-visit';

/** What to bring, what it costs, how long it takes; then file here, or how to go on elsewhere. */
@Component({
  selector: 'mocua-procedure-screen',
  imports: [PrintSlip],
  templateUrl: './procedure-screen.html',
  styleUrl: './procedure-screen.css',
})
export class ProcedureScreen {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly session = inject(KioskSession);
  readonly #visit = inject(KioskVisit);
  protected readonly procedure = this.#visit.procedure;
  /** Papers in words: those of the package, or of the national record where there is no package. */
  protected readonly papers = computed(() => {
    const view = this.procedure();
    return (view?.components ?? []).map((component) => ({
      code: component.code,
      name: this.language.text(component.name),
      note: component.condition
        ? this.language.text(component.condition)
        : component.required === 'optional'
          ? this.t('kiosk.procedure.optional')
          : '',
    }));
  });
  protected readonly slip = (): Slip => {
    const view = this.procedure();
    return {
      title: this.language.text(view?.name),
      lines: [
        [this.t('kiosk.procedure.duration'), this.language.text(view?.duration)],
        [this.t('kiosk.procedure.fee'), this.language.text(view?.fee)],
        ...this.papers().map((paper): [string, string] => [this.t('kiosk.procedure.paper'), paper.name]),
      ],
      picture: null,
    };
  };

  protected offers(screen: KioskScreen): boolean {
    return this.session.device()?.screens.includes(screen) ?? true;
  }

  protected async file(): Promise<void> {
    this.#visit.errand.set('/nop-ho-so');
    await this.session.show(this.#visit.person() === null ? '/dang-nhap' : '/nop-ho-so');
  }
}

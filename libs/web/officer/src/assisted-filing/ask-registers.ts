import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type DraftView, fillAssistedDraft, type RegisterState } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

/** Fills the form from registers, once the person was told what is asked where and why; says how each one stands. */
@Component({
  selector: 'mocua-ask-registers',
  imports: [ProblemNotice],
  templateUrl: './ask-registers.html',
})
export class AskRegisters {
  readonly draft = input.required<Pick<DraftView, 'draftId' | 'registers'>>();
  /** Saves what was typed, so that nothing of it is lost by what comes back. */
  readonly before = input.required<() => Promise<void>>();
  readonly filled = output<DraftView>();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly told = signal(false);
  protected readonly problem = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly names = computed(() =>
    this.draft()
      .registers.map((register) => this.name(register))
      .join(', '),
  );
  /** Whether there is one left that was not asked, or did not answer. */
  protected readonly open = computed(() =>
    this.draft().registers.some(({ state }) => state === 'to-ask' || state === 'down'),
  );
  protected readonly asked = computed(() => this.draft().registers.filter(({ state }) => state !== 'to-ask'));

  protected name({ register }: RegisterState): string {
    return this.t(`officer.assisted.registers.names.${register}`);
  }

  protected tick(event: Event): void {
    this.told.set((event.target as HTMLInputElement).checked);
    this.problem.set('');
  }

  protected async ask(): Promise<void> {
    if (!this.told()) {
      this.problem.set(this.t('officer.assisted.registers.toldMissing'));
      return document.getElementById('da-bao-nguoi-dan')?.focus();
    }
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.before()();
      const { draftId } = this.draft();
      const body = { noticeGiven: true as const };
      this.filled.emit(await this.#api.call(fillAssistedDraft, { params: { draftId }, body }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

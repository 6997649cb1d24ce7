import { afterNextRender, Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { type PublicDossierStatus, trackDossier } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, PageTitle, useTexts } from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice, type SummaryError } from '@mocua/web/ui';
import { TrackingResult } from './tracking-result';

const shortestInput = 4;

/** Where a dossier is, for whoever holds code and PIN. Takes `#m=code&p=pin` from the printed QR code. */
@Component({
  selector: 'mocua-tracking-page',
  imports: [ErrorSummary, ProblemNotice, TrackingResult],
  templateUrl: './tracking-page.html',
})
export class TrackingPage {
  readonly #api = inject(ApiClient);
  readonly #title = inject(PageTitle);
  protected readonly t = useTexts();
  protected readonly code = signal('');
  protected readonly pin = signal('');
  protected readonly errors = signal<readonly SummaryError[]>([]);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly status = signal<PublicDossierStatus | null>(null);
  protected readonly busy = signal(false);
  protected readonly codeError = computed(() => this.#errorAt('ma'));
  protected readonly pinError = computed(() => this.#errorAt('pin'));

  constructor() {
    const fragment = new URLSearchParams(inject(ActivatedRoute).snapshot.fragment ?? '');
    this.code.set(fragment.get('m') ?? '');
    this.pin.set(fragment.get('p') ?? '');
    if (this.code() !== '' && this.pin() !== '') void this.#look();
    // with only the code given, the PIN is what is left to type
    else if (this.code() !== '') afterNextRender(() => document.getElementById('pin')?.focus());
  }

  protected read(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const errors: SummaryError[] = [];
    if (this.code().trim().length < shortestInput)
      errors.push({ target: 'ma', message: this.t('site.tracking.codeMissing') });
    if (this.pin().trim().length < shortestInput)
      errors.push({ target: 'pin', message: this.t('site.tracking.pinMissing') });
    this.errors.set(errors);
    this.#title.faulty(errors.length > 0);
    if (errors.length === 0) await this.#look();
  }

  protected again(): void {
    this.status.set(null);
    this.code.set('');
    this.pin.set('');
  }

  async #look(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.status.set(
        await this.#api.call(trackDossier, { body: { code: this.code().trim(), pin: this.pin().trim() } }),
      );
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #errorAt(target: string): string {
    return this.errors().find((error) => error.target === target)?.message ?? '';
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { openAssistedDraft, searchProcedures } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice } from '@mocua/web/ui';
import { messageAt, problemsOf } from '../actions/field-check';
import { TextField } from '../actions/text-field';
import { ActingAssignment } from '../shell/acting-assignment';

const personalIdPattern = /^\d{12}$/u;
const phonePattern = /^0\d{9}$/u;

/** For whom, by which channel and for which procedure an officer begins a filing. */
@Component({
  selector: 'mocua-begin-filing-page',
  imports: [ErrorSummary, ProblemNotice, TextField],
  templateUrl: './begin-filing-page.html',
})
export class BeginFilingPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #acting = inject(ActingAssignment);
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('dossier.receive'));
  protected readonly procedures = loadEndpoint(searchProcedures, () =>
    this.permitted() ? { query: { q: '', limit: 100 } } : undefined,
  );
  protected readonly channel = signal<'counter' | 'post'>('counter');
  protected readonly procedure = signal('');
  protected readonly postalItem = signal('');
  protected readonly fullName = signal('');
  protected readonly personalId = signal('');
  protected readonly birthDate = signal('');
  protected readonly phone = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly attempts = signal(0);

  protected readonly problems = computed(() => {
    const failure = this.failure();
    const said = (field: string): string => this.t(`officer.assisted.problem.${field}`);
    const unless = (right: boolean, field: string): string =>
      this.attempts() === 0 || right ? '' : said(field);
    const phone = this.phone().trim();
    return problemsOf(
      [
        {
          target: 'filing-procedure',
          path: '/procedureCode',
          problem: unless(this.procedure() !== '', 'procedure'),
        },
        {
          target: 'filing-name',
          path: '/person/fullName',
          problem: unless(this.fullName().trim().length >= 2, 'fullName'),
        },
        {
          target: 'filing-id',
          path: '/person/personalId',
          problem: unless(personalIdPattern.test(this.personalId().trim()), 'personalId'),
        },
        {
          target: 'filing-birth',
          path: '/person/birthDate',
          problem: unless(this.birthDate() !== '', 'birthDate'),
        },
        {
          target: 'filing-phone',
          path: '/person/phone',
          problem: unless(phone === '' || phonePattern.test(phone), 'phone'),
        },
      ],
      failure?.kind === 'problem' ? failure.fields : [],
    );
  });

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected chooseProcedure(event: Event): void {
    this.procedure.set((event.target as HTMLSelectElement).value);
  }

  protected takeBirthDate(event: Event): void {
    this.birthDate.set((event.target as HTMLInputElement).value);
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.attempts.update((count) => count + 1);
    this.failure.set(null);
    if (this.problems().length > 0) return;
    this.busy.set(true);
    try {
      const phone = this.phone().trim();
      const postalItem = this.postalItem().trim();
      const { draftId } = await this.#api.call(openAssistedDraft, {
        body: {
          procedureCode: this.procedure(),
          channel: this.channel(),
          ...(this.channel() === 'post' && postalItem !== '' ? { postalItem } : {}),
          person: {
            fullName: this.fullName().trim(),
            personalId: this.personalId().trim(),
            birthDate: this.birthDate(),
            ...(phone === '' ? {} : { phone }),
          },
        },
      });
      await this.#router.navigate(['/nop-ho-so', draftId]);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
